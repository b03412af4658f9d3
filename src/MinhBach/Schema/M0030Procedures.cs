using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using MinhBach.Kernel;

namespace MinhBach.Schema;

[DbContext(typeof(CityDb))]
[Migration("0030_procedures")]
internal sealed class M0030Procedures : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "procedures_procedure",
            table => new
            {
                id = table.Column<long>(),
                code = table.Column<string>(),
                revision = table.Column<long>(),
                imported_hash = table.Column<string>(nullable: true),
                last_sequence = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("pk_procedures_procedure", row => row.id));
        migrationBuilder.CreateIndex("ux_procedures_procedure_code", "procedures_procedure", "code", unique: true);
        migrationBuilder.CreateTable(
            "procedures_version",
            table => new
            {
                id = table.Column<long>(),
                procedure_id = table.Column<long>(),
                number = table.Column<int>(),
                effective_from = table.Column<string>(),
                published_at = table.Column<long>(),
                content = table.Column<string>(),
                process_xml = table.Column<string>(),
                original = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("pk_procedures_version", row => row.id));
        migrationBuilder.CreateIndex("ux_procedures_version_number", "procedures_version", ["procedure_id", "number"], unique: true);
        migrationBuilder.CreateTable(
            "procedures_draft",
            table => new
            {
                code = table.Column<string>(),
                revision = table.Column<long>(),
                saved_at = table.Column<long>(),
                saved_by = table.Column<string>(),
                content = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("pk_procedures_draft", row => row.code));
    }
}
