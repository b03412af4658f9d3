using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using MinhBach.Kernel;

namespace MinhBach.Schema;

/// <summary>Findings of the integrity watch and what was said of them.</summary>
[DbContext(typeof(CityDb))]
[Migration("0068_integrity")]
internal sealed class M0068Integrity : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "monitoring_finding",
            table => new
            {
                id = table.Column<long>(),
                pattern = table.Column<int>(),
                dossier_id = table.Column<long>(),
                procedure_id = table.Column<long>(),
                agency_id = table.Column<long>(),
                unit_id = table.Column<long>(),
                person_id = table.Column<long>(nullable: true),
                about = table.Column<string>(nullable: true),
                at = table.Column<long>(),
                since = table.Column<long>(nullable: true),
                due_at = table.Column<long>(nullable: true),
                amount = table.Column<long>(),
                others = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_monitoring_finding", row => row.id));
        migrationBuilder.CreateIndex("IX_monitoring_finding_pattern_id", "monitoring_finding", ["pattern", "id"]);
        migrationBuilder.CreateIndex("IX_monitoring_finding_at", "monitoring_finding", "at");
        migrationBuilder.CreateIndex("IX_monitoring_finding_agency_id_at", "monitoring_finding", ["agency_id", "at"]);
        migrationBuilder.CreateIndex("IX_monitoring_finding_unit_id_at", "monitoring_finding", ["unit_id", "at"]);
        migrationBuilder.CreateTable(
            "monitoring_finding_mark",
            table => new
            {
                finding_id = table.Column<long>(),
                verdict = table.Column<int>(),
                reason = table.Column<string>(),
                person_id = table.Column<long>(nullable: true),
                by_name = table.Column<string>(),
                at = table.Column<long>(),
                last_sequence = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_monitoring_finding_mark", row => row.finding_id));
        migrationBuilder.CreateTable(
            "monitoring_integrity_state",
            table => new
            {
                id = table.Column<int>(),
                layout = table.Column<int>(),
                content = table.Column<byte[]>(),
            },
            constraints: table => table.PrimaryKey("PK_monitoring_integrity_state", row => row.id));
    }
}
