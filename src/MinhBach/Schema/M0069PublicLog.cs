using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using MinhBach.Kernel;

namespace MinhBach.Schema;

/// <summary>Entries of the public log, what connects them with dossiers, the newest checkpoint, its growth, and which figures were published.</summary>
[DbContext(typeof(CityDb))]
[Migration("0069_public_log")]
internal sealed class M0069PublicLog : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "transparency_entry",
            table => new
            {
                position = table.Column<long>(),
                content = table.Column<string>(),
                previous = table.Column<long>(nullable: true),
                sequence = table.Column<long>(nullable: true),
                topic = table.Column<string>(nullable: true),
                agency = table.Column<string>(nullable: true),
                procedure = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_transparency_entry", row => row.position));
        migrationBuilder.CreateIndex("IX_transparency_entry_agency_position", "transparency_entry", ["agency", "position"], filter: "agency IS NOT NULL");
        migrationBuilder.CreateIndex("IX_transparency_entry_procedure_position", "transparency_entry", ["procedure", "position"], filter: "procedure IS NOT NULL");
        migrationBuilder.CreateIndex("IX_transparency_entry_topic_position", "transparency_entry", ["topic", "position"], filter: "topic IS NOT NULL");
        migrationBuilder.CreateTable(
            "transparency_case",
            table => new
            {
                dossier_id = table.Column<long>(),
                pseudonym = table.Column<string>(),
                secret = table.Column<string>(),
                entries = table.Column<int>(),
                newest = table.Column<long>(nullable: true),
                agency = table.Column<string>(),
                procedure = table.Column<string>(),
                rule_set = table.Column<string>(nullable: true),
                first_due = table.Column<string>(nullable: true),
                due = table.Column<string>(nullable: true),
                revision = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_transparency_case", row => row.dossier_id));
        migrationBuilder.CreateIndex("IX_transparency_case_pseudonym", "transparency_case", "pseudonym");
        migrationBuilder.CreateTable(
            "transparency_head",
            table => new
            {
                id = table.Column<int>(),
                size = table.Column<long>(),
                note = table.Column<string>(),
                at = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_transparency_head", row => row.id));
        migrationBuilder.CreateTable(
            "transparency_day",
            table => new
            {
                day = table.Column<string>(),
                first = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_transparency_day", row => row.day));
        migrationBuilder.CreateTable(
            "transparency_statistic",
            table => new
            {
                name = table.Column<string>(),
                sha256 = table.Column<string>(),
                content = table.Column<string>(),
                at = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_transparency_statistic", row => row.name));
    }
}
