using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using MinhBach.Kernel;

namespace MinhBach.Schema;

/// <summary>What ended, in blocks that a node reads at its start; made anew from the journal at any time.</summary>
[DbContext(typeof(CityDb))]
[Migration("0065_history")]
internal sealed class M0065History : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "monitoring_history_block",
            table => new
            {
                kind = table.Column<string>(),
                number = table.Column<int>(),
                content = table.Column<byte[]>(),
            },
            constraints: table => table.PrimaryKey("PK_monitoring_history_block", row => new { row.kind, row.number }));
        migrationBuilder.CreateTable(
            "monitoring_history_state",
            table => new
            {
                id = table.Column<int>(),
                layout = table.Column<int>(),
                as_of = table.Column<long>(nullable: true),
                content = table.Column<byte[]>(),
            },
            constraints: table => table.PrimaryKey("PK_monitoring_history_state", row => row.id));
    }
}
