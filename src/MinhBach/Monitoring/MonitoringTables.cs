using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;

namespace MinhBach.Monitoring;

internal sealed class MonitoringTables : ITableMap
{
    public void Map(ModelBuilder model) => model.Entity<FactRow>(entity =>
    {
        entity.ToTable("monitoring_dossier").HasKey(row => row.DossierId);
        entity.Property(row => row.DossierId).ValueGeneratedNever();
        entity.HasIndex(row => row.Change);
    });
}
