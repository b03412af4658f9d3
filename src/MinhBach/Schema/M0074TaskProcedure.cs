using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using MinhBach.Kernel;

namespace MinhBach.Schema;

/// <summary>Steps say which procedure they belong to, and lists of open ones are read without their dossiers.</summary>
[DbContext(typeof(CityDb))]
[Migration("0074_task_procedure")]
internal sealed class M0074TaskProcedure : Migration
{
    private const string Open = "ended_at IS NULL";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("procedure_id", "dossiers_task", nullable: false, defaultValue: 0L);
        migrationBuilder.Sql("UPDATE dossiers_task SET procedure_id = COALESCE((SELECT procedure_id FROM dossiers_dossier WHERE id = dossier_id), 0)");
        migrationBuilder.DropIndex("IX_dossiers_task_unit_id_due_at", "dossiers_task");
        migrationBuilder.DropIndex("IX_dossiers_task_person_id_due_at", "dossiers_task");
        migrationBuilder.CreateIndex("IX_dossiers_task_unit_id_due_at_procedure_id_name", "dossiers_task", ["unit_id", "due_at", "procedure_id", "name"], filter: Open);
        migrationBuilder.CreateIndex("IX_dossiers_task_person_id_due_at_procedure_id_name", "dossiers_task", ["person_id", "due_at", "procedure_id", "name"], filter: Open);
    }
}
