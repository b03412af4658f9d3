using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;
using MinhBach.Monitoring.History;

namespace MinhBach.Monitoring;

internal sealed class MonitoringTables : ITableMap
{
    public void Map(ModelBuilder model)
    {
        model.Entity<FactRow>(entity =>
        {
            entity.ToTable("monitoring_dossier").HasKey(row => row.DossierId);
            entity.Property(row => row.DossierId).ValueGeneratedNever();
            entity.HasIndex(row => row.Change);
        });
        model.Entity<HistoryBlockRow>().ToTable("monitoring_history_block").HasKey(row => new { row.Kind, row.Number });
        model.Entity<HistoryStateRow>(entity =>
        {
            entity.ToTable("monitoring_history_state").HasKey(row => row.Id);
            entity.Property(row => row.Id).ValueGeneratedNever();
        });
    }
}
