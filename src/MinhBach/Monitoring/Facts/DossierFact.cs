using System.Collections.Immutable;
using MinhBach.Dossiers;
using NodaTime;

namespace MinhBach.Monitoring;

/// <summary>A <see cref="FactRow"/> as the measures read it: immutable, its lists taken apart once.</summary>
internal sealed class DossierFact(FactRow row)
{
    private readonly ImmutableArray<DueSet> dues = DayLists.Dues(row.Dues);
    private readonly ImmutableArray<Wait> waits = DayLists.Waits(row.Waits);

    public long Id { get; } = row.DossierId;

    public long Change { get; } = row.Change;

    public long Agency { get; } = row.AgencyId;

    public string Field { get; } = row.Field;

    public long Procedure { get; } = row.ProcedureId;

    public long Version { get; } = row.VersionId;

    public DossierStatus Status { get; } = row.Status;

    public LocalDate? ReceivedOn { get; } = row.ReceivedOn;

    public LocalDate? CompletedOn { get; } = row.CompletedOn;

    public LocalDate? LeftOn { get; } = row.LeftOn;

    public LocalDate? FirstDue { get; } = row.FirstDue;

    public long WorkedSeconds { get; } = row.WorkedSeconds;

    /// <summary>The due date that held at the end of a day; null when the procedure states no term.</summary>
    public LocalDate? DueAt(LocalDate day)
    {
        for (var i = dues.Length - 1; i >= 0; i--)
        {
            if (dues[i].SetOn <= day) return dues[i].Due;
        }

        return null;
    }

    /// <summary>Whether it waited for the applicant at the end of a day.</summary>
    public bool WaitsAt(LocalDate day)
    {
        foreach (var wait in waits)
        {
            if (wait.From <= day && (wait.To is not { } to || to > day)) return true;
        }

        return false;
    }
}
