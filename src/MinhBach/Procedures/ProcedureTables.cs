using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Procedures;

/// <summary>Procedures, their published versions, and what an administrator is still writing.</summary>
internal sealed class ProcedureTables : ITableMap
{
    public void Map(ModelBuilder model)
    {
        model.Entity<ProcedureRow>(entity =>
        {
            entity.ToTable("procedures_procedure").HasKey(row => row.Id);
            entity.Property(row => row.Id).ValueGeneratedNever();
            entity.HasIndex(row => row.Code).IsUnique().HasDatabaseName("ux_procedures_procedure_code");
        });
        model.Entity<VersionRow>(entity =>
        {
            entity.ToTable("procedures_version").HasKey(row => row.Id);
            entity.Property(row => row.Id).ValueGeneratedNever();
            entity.HasIndex(row => new { row.ProcedureId, row.Number }).IsUnique().HasDatabaseName("ux_procedures_version_number");
        });
        model.Entity<DraftRow>().ToTable("procedures_draft").HasKey(row => row.Code);
    }
}

internal sealed class ProcedureRow
{
    public long Id { get; init; }
    public required string Code { get; init; }

    /// <summary>Counts changes, for those who edit at the same time.</summary>
    public long Revision { get; init; }

    /// <summary>Hash of the record last imported, so that the same record again changes nothing.</summary>
    public string? ImportedHash { get; init; }

    public long LastSequence { get; init; }
}

internal sealed class VersionRow
{
    public long Id { get; init; }
    public long ProcedureId { get; init; }
    public int Number { get; init; }
    public LocalDate EffectiveFrom { get; init; }
    public Instant PublishedAt { get; init; }

    /// <summary>The version as JSON, without process and published text.</summary>
    public required string Content { get; init; }

    public required string ProcessXml { get; init; }
    public required string Original { get; init; }
}

internal sealed class DraftRow
{
    public required string Code { get; init; }
    public long Revision { get; init; }
    public Instant SavedAt { get; init; }
    public required string SavedBy { get; init; }
    public required string Content { get; init; }
}
