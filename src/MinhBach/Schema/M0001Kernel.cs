using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using MinhBach.Kernel;

namespace MinhBach.Schema;

[DbContext(typeof(CityDb))]
[Migration("0001_kernel")]
internal sealed class M0001Kernel : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "journal_entry",
            table => new
            {
                sequence = table.Column<long>().Identity(),
                tx = table.Column<long>(),
                at = table.Column<long>(),
                stream = table.Column<string>(),
                stream_id = table.Column<long>(),
                previous = table.Column<long>(nullable: true),
                name = table.Column<string>(),
                actor = table.Column<string>(),
                data = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("pk_journal_entry", row => row.sequence));
        // PostgreSQL reads the journal by transaction; both columns only ever grow, so the index is appended to as well.
        if (migrationBuilder.IsPostgres()) migrationBuilder.CreateIndex("ix_journal_entry_order", "journal_entry", ["tx", "sequence"]);

        migrationBuilder.CreateTable(
            "journal_cursor",
            table => new { name = table.Column<string>(), tx = table.Column<long>(), sequence = table.Column<long>() },
            constraints: table => table.PrimaryKey("pk_journal_cursor", row => row.name));
        migrationBuilder.CreateTable(
            "kernel_idempotency",
            table => new { key = table.Column<string>(), at = table.Column<long>(), fingerprint = table.Column<string>(), answer = table.Column<string>() },
            constraints: table => table.PrimaryKey("pk_kernel_idempotency", row => row.key));
        migrationBuilder.CreateTable(
            "kernel_number",
            table => new { name = table.Column<string>(), next = table.Column<long>() },
            constraints: table => table.PrimaryKey("pk_kernel_number", row => row.name));
    }
}
