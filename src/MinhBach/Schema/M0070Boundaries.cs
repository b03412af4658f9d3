using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using MinhBach.Kernel;

namespace MinhBach.Schema;

/// <summary>Areas of agencies, for the map.</summary>
[DbContext(typeof(CityDb))]
[Migration("0070_boundaries")]
internal sealed class M0070Boundaries : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "organization_boundary",
            table => new
            {
                agency_id = table.Column<long>(),
                geometry = table.Column<string>(),
                imported_at = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_organization_boundary", row => row.agency_id));
}
