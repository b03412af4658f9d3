using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using MinhBach.Kernel;

namespace MinhBach.Schema;

[DbContext(typeof(CityDb))]
[Migration("0010_organization")]
internal sealed class M0010Organization : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "organization_agency",
            table => new
            {
                id = table.Column<long>(),
                code = table.Column<string>(),
                identifier = table.Column<string>(),
                name = table.Column<string>(),
                level = table.Column<string>(),
                parent_id = table.Column<long>(nullable: true),
                valid_from = table.Column<string>(),
                valid_to = table.Column<string>(nullable: true),
                fields = table.Column<string>(),
                address = table.Column<string>(nullable: true),
                phone = table.Column<string>(nullable: true),
                former_names = table.Column<string>(),
                revision = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("pk_organization_agency", row => row.id));
        migrationBuilder.CreateTable(
            "organization_unit",
            table => new
            {
                id = table.Column<long>(),
                agency_id = table.Column<long>(),
                name = table.Column<string>(),
                kind = table.Column<string>(),
                phone = table.Column<string>(nullable: true),
                fields = table.Column<string>(),
                valid_from = table.Column<string>(),
                valid_to = table.Column<string>(nullable: true),
                former_names = table.Column<string>(),
                revision = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("pk_organization_unit", row => row.id));
        migrationBuilder.CreateTable(
            "organization_post",
            table => new
            {
                id = table.Column<long>(),
                unit_id = table.Column<long>(),
                name = table.Column<string>(),
                role = table.Column<string>(),
                valid_from = table.Column<string>(),
                valid_to = table.Column<string>(nullable: true),
                revision = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("pk_organization_post", row => row.id));
        migrationBuilder.CreateTable(
            "organization_person",
            table => new
            {
                id = table.Column<long>(),
                name = table.Column<string>(),
                phone = table.Column<string>(nullable: true),
                email = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_organization_person", row => row.id));
        migrationBuilder.CreateTable(
            "organization_holding",
            table => new
            {
                post_id = table.Column<long>(),
                person_id = table.Column<long>(),
                valid_from = table.Column<string>(),
                valid_to = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_organization_holding", row => new { row.post_id, row.person_id, row.valid_from }));
        migrationBuilder.CreateTable(
            "organization_delegation",
            table => new
            {
                id = table.Column<long>(),
                post_id = table.Column<long>(),
                person_id = table.Column<long>(),
                valid_from = table.Column<string>(),
                valid_to = table.Column<string>(nullable: true),
                kind = table.Column<string>(),
                reason = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("pk_organization_delegation", row => row.id));
        migrationBuilder.CreateTable(
            "organization_succession",
            table => new
            {
                from_id = table.Column<long>(),
                to_id = table.Column<long>(),
                since_day = table.Column<string>(),
                part = table.Column<long>(),
                basis = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("pk_organization_succession", row => new { row.from_id, row.to_id }));
        // Agency 0 stands for the whole city.
        migrationBuilder.CreateTable(
            "organization_calendar_day",
            table => new
            {
                agency_id = table.Column<long>(),
                day = table.Column<string>(),
                kind = table.Column<string>(),
                name = table.Column<string>(),
                legal_basis = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("pk_organization_calendar_day", row => new { row.agency_id, row.day }));
        migrationBuilder.CreateTable(
            "organization_state",
            table => new
            {
                id = table.Column<long>(),
                demo = table.Column<long>(),
                last_sequence = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_organization_state", row => row.id));
    }
}
