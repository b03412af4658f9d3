using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using MinhBach.Kernel;

namespace MinhBach.Schema;

[DbContext(typeof(CityDb))]
[Migration("0060_monitoring")]
internal sealed class M0060Monitoring : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "monitoring_dossier",
            table => new
            {
                dossier_id = table.Column<long>(),
                agency_id = table.Column<long>(),
                field = table.Column<string>(),
                procedure_id = table.Column<long>(),
                version_id = table.Column<long>(),
                channel = table.Column<int>(),
                online_level = table.Column<int>(),
                status = table.Column<int>(),
                submitted_on = table.Column<string>(),
                received_on = table.Column<string>(nullable: true),
                completed_on = table.Column<string>(nullable: true),
                returned_on = table.Column<string>(nullable: true),
                left_on = table.Column<string>(nullable: true),
                first_due = table.Column<string>(nullable: true),
                dues = table.Column<string>(),
                waits = table.Column<string>(),
                outcome = table.Column<int>(nullable: true),
                worked_seconds = table.Column<long>(),
                running_from = table.Column<long>(nullable: true),
                change = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_monitoring_dossier", row => row.dossier_id));
        migrationBuilder.CreateIndex("IX_monitoring_dossier_change", "monitoring_dossier", "change");
    }
}
