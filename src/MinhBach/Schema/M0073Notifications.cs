using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using MinhBach.Kernel;

namespace MinhBach.Schema;

/// <summary>Messages to people, which of them they want, and whose account a person has.</summary>
[DbContext(typeof(CityDb))]
[Migration("0073_notifications")]
internal sealed class M0073Notifications : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "notifications_outbox",
            table => new
            {
                id = table.Column<long>(),
                kind = table.Column<int>(),
                person_id = table.Column<long>(),
                subject = table.Column<string>(),
                body = table.Column<string>(),
                message_id = table.Column<string>(),
                queued_at = table.Column<long>(),
                state = table.Column<int>(),
                tries = table.Column<int>(),
                next_at = table.Column<long>(),
                ended_at = table.Column<long>(nullable: true),
                error = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_notifications_outbox", row => row.id));
        migrationBuilder.CreateIndex("IX_notifications_outbox_state_next_at", "notifications_outbox", ["state", "next_at"]);
        migrationBuilder.CreateTable(
            "notifications_choice",
            table => new
            {
                person_id = table.Column<long>(),
                own_steps = table.Column<bool>(),
                others_steps = table.Column<bool>(),
                week = table.Column<bool>(),
            },
            constraints: table => table.PrimaryKey("PK_notifications_choice", row => row.person_id));
        migrationBuilder.CreateIndex("ix_accounts_account_person", "accounts_account", "person_id");
    }
}
