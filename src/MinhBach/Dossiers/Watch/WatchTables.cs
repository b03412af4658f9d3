using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>A dossier that an official keeps an eye on, wherever it is.</summary>
internal sealed class WatchRow
{
    public long PersonId { get; init; }
    public long DossierId { get; init; }
    public Instant Since { get; init; }
}

internal sealed class WatchTables : ITableMap
{
    public void Map(ModelBuilder model) => model.Entity<WatchRow>().ToTable("dossiers_watch").HasKey(row => new { row.PersonId, row.DossierId });
}
