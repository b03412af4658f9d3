using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;
using MinhBach.Transparency.Closed;
using MinhBach.Transparency.Enter;
using MinhBach.Transparency.Grow;
using MinhBach.Transparency.Statistics;

namespace MinhBach.Transparency;

internal sealed class TransparencyTables : ITableMap
{
    public void Map(ModelBuilder model)
    {
        model.Entity<EntryRow>(entity =>
        {
            entity.ToTable("transparency_entry").HasKey(row => row.Position);
            entity.Property(row => row.Position).ValueGeneratedNever();
            entity.HasIndex(row => new { row.Agency, row.Position }).HasFilter("agency IS NOT NULL");
            entity.HasIndex(row => new { row.Procedure, row.Position }).HasFilter("procedure IS NOT NULL");
            entity.HasIndex(row => new { row.Topic, row.Position }).HasFilter("topic IS NOT NULL");
        });
        model.Entity<CaseRow>(entity =>
        {
            entity.ToTable("transparency_case").HasKey(row => row.DossierId);
            entity.Property(row => row.DossierId).ValueGeneratedNever();
            entity.HasIndex(row => row.Pseudonym);
            entity.HasIndex(row => row.DossierId).HasDatabaseName("IX_transparency_case_sealed").HasFilter("agency = ''");
        });
        model.Entity<DayRow>().ToTable("transparency_day").HasKey(row => row.Day);
        model.Entity<ClosedRow>().ToTable("transparency_closed").HasKey(row => row.Procedure);
        model.Entity<StatisticRow>().ToTable("transparency_statistic").HasKey(row => row.Name);
        model.Entity<WitnessRow>().ToTable("transparency_witness").HasKey(row => row.Name);
        model.Entity<HeadRow>(entity =>
        {
            entity.ToTable("transparency_head").HasKey(row => row.Id);
            entity.Property(row => row.Id).ValueGeneratedNever();
        });
    }
}
