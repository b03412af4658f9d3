using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using MinhBach.Kernel;

namespace MinhBach.Schema;

[DbContext(typeof(CityDb))]
[Migration("0040_dossiers")]
internal sealed class M0040Dossiers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "dossiers_dossier",
            table => new
            {
                id = table.Column<long>(),
                code = table.Column<string>(),
                procedure_id = table.Column<long>(),
                version_id = table.Column<long>(),
                case_key = table.Column<string>(),
                field = table.Column<string>(),
                agency_id = table.Column<long>(),
                channel = table.Column<int>(),
                online_level = table.Column<int>(),
                status = table.Column<int>(),
                applicant_name = table.Column<string>(),
                submitted_at = table.Column<long>(),
                received_at = table.Column<long>(nullable: true),
                first_due_date = table.Column<string>(nullable: true),
                due_date = table.Column<string>(nullable: true),
                due_at = table.Column<long>(nullable: true),
                completed_at = table.Column<long>(nullable: true),
                returned_at = table.Column<long>(nullable: true),
                outcome = table.Column<int>(nullable: true),
                revision = table.Column<long>(),
                last_sequence = table.Column<long>(nullable: true),
                state = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_dossiers_dossier", row => row.id));
        migrationBuilder.CreateIndex("IX_dossiers_dossier_code", "dossiers_dossier", "code", unique: true);

        migrationBuilder.CreateTable(
            "dossiers_task",
            table => new
            {
                dossier_id = table.Column<long>(),
                task = table.Column<int>(),
                node = table.Column<string>(),
                name = table.Column<string>(),
                role = table.Column<string>(nullable: true),
                agency_id = table.Column<long>(),
                unit_id = table.Column<long>(),
                person_id = table.Column<long>(nullable: true),
                person_name = table.Column<string>(nullable: true),
                opened_at = table.Column<long>(),
                claimed_at = table.Column<long>(nullable: true),
                due_at = table.Column<long>(nullable: true),
                ended_at = table.Column<long>(nullable: true),
                ended_by = table.Column<long>(nullable: true),
                ended_by_name = table.Column<string>(nullable: true),
                ending = table.Column<string>(nullable: true),
                choice = table.Column<string>(nullable: true),
                note = table.Column<string>(nullable: true),
                question = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_dossiers_task", row => new { row.dossier_id, row.task }));
        // Only what is open is looked for by desk; closed steps leave these indexes, which stay small.
        migrationBuilder.CreateIndex("IX_dossiers_task_unit_id_due_at", "dossiers_task", ["unit_id", "due_at"], filter: "ended_at IS NULL");
        migrationBuilder.CreateIndex("IX_dossiers_task_person_id_due_at", "dossiers_task", ["person_id", "due_at"], filter: "ended_at IS NULL");

        migrationBuilder.CreateTable(
            "dossiers_timer",
            table => new { dossier_id = table.Column<long>(), timer = table.Column<int>(), due_at = table.Column<long>() },
            constraints: table => table.PrimaryKey("PK_dossiers_timer", row => new { row.dossier_id, row.timer }));
        migrationBuilder.CreateIndex("IX_dossiers_timer_due_at", "dossiers_timer", "due_at");

        migrationBuilder.CreateTable(
            "dossiers_applicant",
            table => new
            {
                dossier_id = table.Column<long>(),
                kind = table.Column<int>(),
                name = table.Column<string>(),
                national_id = table.Column<string>(nullable: true),
                birth_date = table.Column<string>(nullable: true),
                phone = table.Column<string>(nullable: true),
                email = table.Column<string>(nullable: true),
                address = table.Column<string>(nullable: true),
                organization_name = table.Column<string>(nullable: true),
                tax_code = table.Column<string>(nullable: true),
                representative = table.Column<string>(nullable: true),
                account_id = table.Column<long>(nullable: true),
                answers = table.Column<string>(),
                result_by = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_dossiers_applicant", row => row.dossier_id));
        migrationBuilder.CreateIndex("IX_dossiers_applicant_account_id", "dossiers_applicant", "account_id", filter: "account_id IS NOT NULL");

        migrationBuilder.CreateTable(
            "dossiers_paper",
            table => new
            {
                id = table.Column<long>(),
                dossier_id = table.Column<long>(),
                key = table.Column<string>(),
                name = table.Column<string>(),
                form = table.Column<int>(),
                count = table.Column<int>(),
                file_id = table.Column<long>(nullable: true),
                added_at = table.Column<long>(),
                supplement = table.Column<bool>(),
            },
            constraints: table => table.PrimaryKey("PK_dossiers_paper", row => row.id));
        migrationBuilder.CreateIndex("IX_dossiers_paper_dossier_id", "dossiers_paper", "dossier_id");

        migrationBuilder.CreateTable(
            "dossiers_file",
            table => new
            {
                id = table.Column<long>(),
                dossier_id = table.Column<long>(nullable: true),
                draft = table.Column<string>(nullable: true),
                name = table.Column<string>(),
                media_type = table.Column<string>(),
                length = table.Column<long>(),
                sha256 = table.Column<string>(),
                added_at = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_dossiers_file", row => row.id));
        migrationBuilder.CreateIndex("IX_dossiers_file_dossier_id", "dossiers_file", "dossier_id");
        migrationBuilder.CreateIndex("IX_dossiers_file_draft", "dossiers_file", "draft", filter: "draft IS NOT NULL");

        migrationBuilder.CreateTable(
            "dossiers_draft",
            table => new
            {
                token = table.Column<string>(),
                procedure_code = table.Column<string>(),
                content = table.Column<string>(),
                updated_at = table.Column<long>(),
                account_id = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_dossiers_draft", row => row.token));
    }
}
