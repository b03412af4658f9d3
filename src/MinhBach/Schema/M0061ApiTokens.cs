using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using MinhBach.Kernel;

namespace MinhBach.Schema;

[DbContext(typeof(CityDb))]
[Migration("0061_api_tokens")]
internal sealed class M0061ApiTokens : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "accounts_api_token",
            table => new
            {
                id = table.Column<long>(),
                account_id = table.Column<long>(),
                name = table.Column<string>(),
                hash = table.Column<string>(),
                scopes = table.Column<string>(),
                created_at = table.Column<long>(),
                last_day = table.Column<string>(),
                revoked_at = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_accounts_api_token", row => row.id));
        migrationBuilder.CreateIndex("IX_accounts_api_token_hash", "accounts_api_token", "hash", unique: true);
        migrationBuilder.CreateIndex("IX_accounts_api_token_account_id", "accounts_api_token", "account_id");
    }
}
