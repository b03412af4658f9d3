using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MinhBach.Kernel;

internal sealed class JournalRow
{
    public long Sequence { get; init; }

    public long Transaction { get; init; }

    public Instant At { get; init; }

    public required string Stream { get; init; }

    public long StreamId { get; init; }

    public long? Previous { get; init; }

    public required string Name { get; init; }

    public required string Actor { get; init; }

    public required string Data { get; init; }
}

internal sealed class CursorRow
{
    public required string Name { get; init; }

    public long Transaction { get; init; }

    public long Sequence { get; init; }
}

internal sealed class IdempotencyRow
{
    public required string Key { get; init; }

    public Instant At { get; init; }

    public required string Fingerprint { get; init; }

    public required string Answer { get; init; }
}

internal sealed class NumberRow
{
    public required string Name { get; init; }

    public long Next { get; init; }
}

/// <summary>The Kernel's own tables. The journal has no index beside its key, so that appending stays sequential.</summary>
public sealed class JournalTables : ITableMap
{
    /// <inheritdoc />
    public void Map(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<JournalRow>(entity =>
        {
            entity.ToTable("journal_entry").HasKey(row => row.Sequence);
            entity.Property(row => row.Transaction).HasColumnName("tx");
        });
        model.Entity<CursorRow>(entity =>
        {
            entity.ToTable("journal_cursor").HasKey(row => row.Name);
            entity.Property(row => row.Transaction).HasColumnName("tx");
        });
        model.Entity<IdempotencyRow>().ToTable("kernel_idempotency").HasKey(row => row.Key);
        model.Entity<NumberRow>().ToTable("kernel_number").HasKey(row => row.Name);
    }
}
