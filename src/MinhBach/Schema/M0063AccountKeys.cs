using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using MinhBach.Kernel;

namespace MinhBach.Schema;

/// <summary>The keys of cookies and forms, which several nodes share.</summary>
[DbContext(typeof(CityDb))]
[Migration("0063_account_keys")]
internal sealed class M0063AccountKeys : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "accounts_key",
            table => new
            {
                name = table.Column<string>(),
                xml = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("pk_accounts_key", row => row.name));
}
