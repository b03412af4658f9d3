using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Mining;

/// <summary>A system whose logs are brought in.</summary>
internal sealed class SourceRow
{
    public long Id { get; init; }

    public required string Slug { get; init; }

    /// <summary>Which part of its logs is what, as JSON: one for all its files.</summary>
    public required string Map { get; init; }

    /// <summary>The newest entry about it.</summary>
    public long LastSequence { get; init; }
}

/// <summary>A file that is or was brought in, and how far.</summary>
internal sealed class FileRow
{
    public long Id { get; init; }

    public long SourceId { get; init; }

    public required string Name { get; init; }

    /// <summary>SHA-256 in hexadecimal digits.</summary>
    public required string Hash { get; init; }

    public int Format { get; init; }

    public long Cases { get; init; }

    public long Events { get; init; }

    /// <summary>What is wrong in it, as JSON.</summary>
    public required string Problems { get; init; }

    /// <summary>Cases of the file that are done with: written, or found to be there already.</summary>
    public long Taken { get; init; }

    public long Added { get; init; }

    public long Same { get; init; }

    public long Differing { get; init; }

    public Instant BegunAt { get; init; }

    public Instant? FinishedAt { get; init; }
}

/// <summary>A case that was brought in, and where the journal has it.</summary>
internal sealed class CaseRow
{
    public long SourceId { get; init; }

    /// <summary>Its id in its system.</summary>
    public required string CaseKey { get; init; }

    /// <summary>From 1: files were seen in which two cases have one id.</summary>
    public int Turn { get; init; }

    public long Id { get; init; }

    public long FileId { get; init; }

    public long Number { get; init; }

    public long Digest { get; init; }

    public long Sequence { get; init; }
}

internal sealed class MiningTables : ITableMap
{
    public void Map(ModelBuilder model)
    {
        model.Entity<SourceRow>(entity =>
        {
            entity.ToTable("mining_source").HasKey(row => row.Id);
            entity.Property(row => row.Id).ValueGeneratedNever();
            entity.HasIndex(row => row.Slug).IsUnique();
        });
        model.Entity<FileRow>(entity =>
        {
            entity.ToTable("mining_file").HasKey(row => row.Id);
            entity.Property(row => row.Id).ValueGeneratedNever();
            entity.HasIndex(row => new { row.SourceId, row.Hash }).IsUnique();
        });
        model.Entity<CaseRow>().ToTable("mining_case").HasKey(row => new { row.SourceId, row.CaseKey, row.Turn });
    }
}
