using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using MinhBach.Kernel;

namespace MinhBach.Schema;

[DbContext(typeof(CityDb))]
[Migration("0042_dossier_watch")]
internal sealed class M0042DossierWatch : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "dossiers_watch",
            table => new { person_id = table.Column<long>(), dossier_id = table.Column<long>(), since = table.Column<long>() },
            constraints: table => table.PrimaryKey("PK_dossiers_watch", row => new { row.person_id, row.dossier_id }));

        migrationBuilder.AddColumn<string>("applicant_folded", "dossiers_dossier", nullable: true);
        migrationBuilder.CreateIndex("IX_dossiers_dossier_agency_id_applicant_folded", "dossiers_dossier", ["agency_id", "applicant_folded"]);
        migrationBuilder.CreateIndex("IX_dossiers_applicant_national_id", "dossiers_applicant", "national_id", filter: "national_id IS NOT NULL");
        migrationBuilder.CreateIndex("IX_dossiers_applicant_phone", "dossiers_applicant", "phone", filter: "phone IS NOT NULL");
        migrationBuilder.CreateIndex("IX_dossiers_task_ended_by_ended_at", "dossiers_task", ["ended_by", "ended_at"], filter: "ended_at IS NOT NULL");
    }
}
