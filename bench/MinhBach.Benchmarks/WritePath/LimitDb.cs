using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace MinhBach.Benchmarks.WritePath;

/// <summary>The tables of a step as somebody would map them who writes through EF Core.</summary>
internal sealed class LimitDb(DbContextOptions<LimitDb> options) : DbContext(options)
{
    public DbSet<LimitDossier> Dossiers => Set<LimitDossier>();

    public DbSet<LimitTask> Tasks => Set<LimitTask>();

    public DbSet<LimitEntry> Entries => Set<LimitEntry>();

    public DbSet<LimitKey> Keys => Set<LimitKey>();
}

[Table("dossiers_dossier")]
internal sealed class LimitDossier
{
    [Column("id")]
    public long Id { get; set; }

    [Column("code")]
    public string Code { get; set; } = "";

    [Column("status")]
    public int Status { get; set; }

    [Column("due_at")]
    public long? DueAt { get; set; }

    [ConcurrencyCheck]
    [Column("revision")]
    public long Revision { get; set; }

    [Column("last_sequence")]
    public long? LastSequence { get; set; }

    [Column("state")]
    public string State { get; set; } = "";
}

[Table("dossiers_task")]
[PrimaryKey(nameof(DossierId), nameof(Task))]
internal sealed class LimitTask
{
    [Column("dossier_id")]
    public long DossierId { get; set; }

    [Column("task")]
    public int Task { get; set; }

    [Column("procedure_id")]
    public long ProcedureId { get; set; }

    [Column("node")]
    public string Node { get; set; } = "step";

    [Column("name")]
    public string Name { get; set; } = "";

    [Column("role")]
    public string? Role { get; set; }

    [Column("agency_id")]
    public long AgencyId { get; set; }

    [Column("unit_id")]
    public long UnitId { get; set; }

    [Column("opened_at")]
    public long OpenedAt { get; set; }

    [Column("due_at")]
    public long? DueAt { get; set; }

    [Column("ended_at")]
    public long? EndedAt { get; set; }

    [Column("ended_by")]
    public long? EndedBy { get; set; }

    [Column("ended_by_name")]
    public string? EndedByName { get; set; }

    [Column("ending")]
    public string? Ending { get; set; }
}

[Table("journal_entry")]
internal sealed class LimitEntry
{
    [Key]
    [Column("sequence")]
    public long Sequence { get; set; }

    [Column("tx")]
    public long Transaction { get; set; }

    [Column("at")]
    public long At { get; set; }

    [Column("stream")]
    public string Stream { get; set; } = "dossier";

    [Column("stream_id")]
    public long StreamId { get; set; }

    [Column("previous")]
    public long? Previous { get; set; }

    [Column("name")]
    public string Name { get; set; } = "";

    [Column("actor")]
    public string Actor { get; set; } = "";

    [Column("data")]
    public string Data { get; set; } = "";
}

[Table("kernel_idempotency")]
internal sealed class LimitKey
{
    [Key]
    [Column("key")]
    public string Key { get; set; } = "";

    [Column("at")]
    public long At { get; set; }

    [Column("fingerprint")]
    public string Fingerprint { get; set; } = "step";

    [Column("answer")]
    public string Answer { get; set; } = "";
}
