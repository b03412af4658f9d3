using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.DemoCity;

/// <summary>The plan that the city in this database was made by; unfinished while FinishedAt is null.</summary>
internal sealed class MakingRow
{
    public long Id { get; init; }
    public long Seed { get; init; }
    public long Dossiers { get; init; }
    public long Months { get; init; }
    public Instant Until { get; init; }
    public Instant? FinishedAt { get; init; }
}

internal sealed class DemoCityTables : ITableMap
{
    public void Map(ModelBuilder model) => model.Entity<MakingRow>(entity =>
    {
        entity.ToTable("democity_making").HasKey(row => row.Id);
        entity.Property(row => row.Id).ValueGeneratedNever();
    });
}
