using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;
using MinhBach.Monitoring.History;
using MinhBach.Monitoring.Integrity;
using MinhBach.Monitoring.Reminders;

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
        model.Entity<ReminderRow>(entity =>
        {
            entity.ToTable("monitoring_reminder").HasKey(row => row.Id);
            entity.Property(row => row.Id).ValueGeneratedNever();
            entity.HasIndex(row => new { row.DossierId, row.Task, row.DueAt, row.Stage, row.PersonId }).IsUnique();
            entity.HasIndex(row => new { row.PersonId, row.Id });
        });
        model.Entity<ReminderRuleRow>(entity =>
        {
            entity.ToTable("monitoring_reminder_rule").HasKey(row => row.AgencyId);
            entity.Property(row => row.AgencyId).ValueGeneratedNever();
        });
        model.Entity<HistoryBlockRow>().ToTable("monitoring_history_block").HasKey(row => new { row.Kind, row.Number });
        model.Entity<HistoryStateRow>(entity =>
        {
            entity.ToTable("monitoring_history_state").HasKey(row => row.Id);
            entity.Property(row => row.Id).ValueGeneratedNever();
        });
        MapIntegrity(model);
    }

    private static void MapIntegrity(ModelBuilder model)
    {
        model.Entity<FindingRow>(entity =>
        {
            entity.ToTable("monitoring_finding").HasKey(row => row.Id);
            entity.Property(row => row.Id).ValueGeneratedNever();
            entity.HasIndex(row => new { row.Pattern, row.Id });
            entity.HasIndex(row => row.At);
            entity.HasIndex(row => new { row.AgencyId, row.At });
            entity.HasIndex(row => new { row.UnitId, row.At });
        });
        model.Entity<FindingMarkRow>(entity =>
        {
            entity.ToTable("monitoring_finding_mark").HasKey(row => row.FindingId);
            entity.Property(row => row.FindingId).ValueGeneratedNever();
        });
        model.Entity<IntegrityStateRow>(entity =>
        {
            entity.ToTable("monitoring_integrity_state").HasKey(row => row.Id);
            entity.Property(row => row.Id).ValueGeneratedNever();
        });
    }
}
