using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using MinhBach.Kernel;

namespace MinhBach.Schema;

[DbContext(typeof(CityDb))]
[Migration("0060_demo_city")]
internal sealed class M0060DemoCity : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "democity_making",
        table => new
        {
            id = table.Column<long>(),
            seed = table.Column<long>(),
            dossiers = table.Column<long>(),
            months = table.Column<long>(),
            until = table.Column<long>(),
            finished_at = table.Column<long>(nullable: true),
        },
        constraints: table => table.PrimaryKey("PK_democity_making", row => row.id));
}
