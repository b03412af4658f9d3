using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using MinhBach.Kernel;

namespace MinhBach.Schema;

[DbContext(typeof(CityDb))]
[Migration("0020_accounts")]
internal sealed class M0020Accounts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "accounts_account",
            table => new
            {
                id = table.Column<long>().Identity(),
                user_name = table.Column<string>(nullable: true),
                normalized_user_name = table.Column<string>(nullable: true),
                email = table.Column<string>(nullable: true),
                normalized_email = table.Column<string>(nullable: true),
                email_confirmed = table.Column<bool>(),
                password_hash = table.Column<string>(nullable: true),
                security_stamp = table.Column<string>(nullable: true),
                concurrency_stamp = table.Column<string>(nullable: true),
                phone_number = table.Column<string>(nullable: true),
                phone_number_confirmed = table.Column<bool>(),
                two_factor_enabled = table.Column<bool>(),
                lockout_end = table.Column<long>(nullable: true),
                lockout_enabled = table.Column<bool>(),
                access_failed_count = table.Column<int>(),
                full_name = table.Column<string>(),
                person_id = table.Column<long>(nullable: true),
                chosen_post_id = table.Column<long>(nullable: true),
                created_at = table.Column<long>(),
                is_demo = table.Column<bool>(),
                must_change_password = table.Column<bool>(),
            },
            constraints: table => table.PrimaryKey("pk_accounts_account", row => row.id));
        migrationBuilder.CreateIndex("ix_accounts_account_user_name", "accounts_account", "normalized_user_name", unique: true);
        migrationBuilder.CreateTable(
            "accounts_claim",
            table => new
            {
                id = table.Column<int>().Identity(),
                user_id = table.Column<long>(),
                claim_type = table.Column<string>(nullable: true),
                claim_value = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_accounts_claim", row => row.id));
        migrationBuilder.CreateIndex("ix_accounts_claim_user", "accounts_claim", "user_id");
        migrationBuilder.CreateTable(
            "accounts_login",
            table => new
            {
                login_provider = table.Column<string>(),
                provider_key = table.Column<string>(),
                provider_display_name = table.Column<string>(nullable: true),
                user_id = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("pk_accounts_login", row => new { row.login_provider, row.provider_key }));
        migrationBuilder.CreateIndex("ix_accounts_login_user", "accounts_login", "user_id");
        migrationBuilder.CreateTable(
            "accounts_token",
            table => new
            {
                user_id = table.Column<long>(),
                login_provider = table.Column<string>(),
                name = table.Column<string>(),
                value = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_accounts_token", row => new { row.user_id, row.login_provider, row.name }));
        migrationBuilder.CreateTable(
            "accounts_passkey",
            table => new
            {
                credential_id = table.Column<byte[]>(),
                user_id = table.Column<long>(),
                data = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("pk_accounts_passkey", row => row.credential_id));
        migrationBuilder.CreateIndex("ix_accounts_passkey_user", "accounts_passkey", "user_id");
    }
}
