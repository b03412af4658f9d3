using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using MinhBach.Kernel;

namespace MinhBach.Schema;

/// <summary>Procedures whose dossiers the public log does not show, the way to those dossiers, and when witnesses signed.</summary>
[DbContext(typeof(CityDb))]
[Migration("0071_closed_cases")]
internal sealed class M0071ClosedCases : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "transparency_closed",
            table => new
            {
                procedure = table.Column<string>(),
                reason = table.Column<string>(),
                by = table.Column<string>(),
                at = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_transparency_closed", row => row.procedure));
        migrationBuilder.CreateTable(
            "transparency_witness",
            table => new
            {
                name = table.Column<string>(),
                at = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_transparency_witness", row => row.name));
        migrationBuilder.CreateIndex("IX_transparency_case_sealed", "transparency_case", "dossier_id", filter: "agency = ''");
    }
}
