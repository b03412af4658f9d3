using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using MinhBach.Kernel;

namespace MinhBach.Schema;

/// <summary>The hours of an agency's desk, where they differ from the working week.</summary>
[DbContext(typeof(CityDb))]
[Migration("0062_desk_hours")]
internal sealed class M0062DeskHours : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("desk_hours", "organization_agency", nullable: true);
}
