using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using MinhBach.Kernel;

namespace MinhBach.Schema;

/// <summary>Logs of other systems: which there are, how far each file was brought in, and where the journal has each case.</summary>
[DbContext(typeof(CityDb))]
[Migration("0067_imported_logs")]
internal sealed class M0067ImportedLogs : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "mining_source",
            table => new
            {
                id = table.Column<long>(),
                slug = table.Column<string>(),
                map = table.Column<string>(),
                last_sequence = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_mining_source", row => row.id));
        migrationBuilder.CreateIndex("IX_mining_source_slug", "mining_source", "slug", unique: true);
        migrationBuilder.CreateTable(
            "mining_file",
            table => new
            {
                id = table.Column<long>(),
                source_id = table.Column<long>(),
                name = table.Column<string>(),
                hash = table.Column<string>(),
                format = table.Column<int>(),
                cases = table.Column<long>(),
                events = table.Column<long>(),
                problems = table.Column<string>(),
                taken = table.Column<long>(),
                added = table.Column<long>(),
                same = table.Column<long>(),
                differing = table.Column<long>(),
                begun_at = table.Column<long>(),
                finished_at = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_mining_file", row => row.id));
        migrationBuilder.CreateIndex("IX_mining_file_source_id_hash", "mining_file", ["source_id", "hash"], unique: true);
        migrationBuilder.CreateTable(
            "mining_case",
            table => new
            {
                source_id = table.Column<long>(),
                case_key = table.Column<string>(),
                turn = table.Column<int>(),
                id = table.Column<long>(),
                file_id = table.Column<long>(),
                number = table.Column<long>(),
                digest = table.Column<long>(),
                sequence = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_mining_case", row => new { row.source_id, row.case_key, row.turn }));
    }
}
