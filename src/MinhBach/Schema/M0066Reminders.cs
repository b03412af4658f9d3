using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using MinhBach.Kernel;

namespace MinhBach.Schema;

/// <summary>Who was reminded of what, and when agencies want it.</summary>
[DbContext(typeof(CityDb))]
[Migration("0066_reminders")]
internal sealed class M0066Reminders : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "monitoring_reminder",
            table => new
            {
                id = table.Column<long>(),
                person_id = table.Column<long>(),
                dossier_id = table.Column<long>(),
                task = table.Column<int>(),
                step = table.Column<string>(nullable: true),
                due_at = table.Column<long>(),
                stage = table.Column<int>(),
                at = table.Column<long>(),
                overdue = table.Column<int>(),
                likely = table.Column<int>(),
                read_at = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_monitoring_reminder", row => row.id));
        migrationBuilder.CreateIndex(
            "IX_monitoring_reminder_dossier_id_task_due_at_stage_person_id", "monitoring_reminder", ["dossier_id", "task", "due_at", "stage", "person_id"], unique: true);
        migrationBuilder.CreateIndex("IX_monitoring_reminder_person_id_id", "monitoring_reminder", ["person_id", "id"]);
        migrationBuilder.CreateTable(
            "monitoring_reminder_rule",
            table => new
            {
                agency_id = table.Column<long>(),
                first = table.Column<int>(),
                second = table.Column<int>(),
                third = table.Column<int>(),
                daily = table.Column<bool>(),
                revision = table.Column<long>(),
                last_sequence = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_monitoring_reminder_rule", row => row.agency_id));
    }
}
