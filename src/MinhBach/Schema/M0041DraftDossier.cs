using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using MinhBach.Kernel;

namespace MinhBach.Schema;

/// <summary>A draft that was handed in is emptied and remembers which dossier it became, so that a second sending finds the first.</summary>
[DbContext(typeof(CityDb))]
[Migration("0041_draft_dossier")]
internal sealed class M0041DraftDossier : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("dossier_id", "dossiers_draft", nullable: true);
        migrationBuilder.CreateIndex("IX_dossiers_draft_account_id", "dossiers_draft", "account_id", filter: "account_id IS NOT NULL");
        migrationBuilder.CreateIndex("IX_dossiers_draft_updated_at", "dossiers_draft", "updated_at");
    }
}
