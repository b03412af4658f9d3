using System.Collections.Immutable;
using MinhBach.Dossiers;

namespace MinhBach.Monitoring;

/// <summary>A <see cref="FactRow"/> as the measures read it: immutable, its dates as numbers, its lists taken apart once.</summary>
internal sealed class DossierFact
{
    // Most have one due date for all their life: it lies here, where looking at it costs no journey through memory.
    private readonly DueSet last;
    private readonly ImmutableArray<DueSet> earlier;
    private readonly ImmutableArray<Wait> waits;

    /// <param name="row">The row.</param>
    /// <param name="field">Its field, as all facts of that field hold it.</param>
    public DossierFact(FactRow row, string field)
    {
        (Id, Change, Agency, Field, Procedure, Version, Status, WorkedSeconds) =
            (row.DossierId, row.Change, row.AgencyId, field, row.ProcedureId, row.VersionId, row.Status, row.WorkedSeconds);
        (ReceivedOn, CompletedOn, LeftOn, FirstDue) = (Day.Of(row.ReceivedOn), Day.Of(row.CompletedOn), Day.Of(row.LeftOn), Day.Of(row.FirstDue));
        var dues = DayLists.Dues(row.Dues);
        last = dues.Length == 0 ? new(Day.Never, Day.Never) : dues[^1];
        earlier = dues.Length < 2 ? [] : dues[..^1];
        waits = DayLists.Waits(row.Waits);
    }

    public long Id { get; }

    public long Change { get; }

    public long Agency { get; }

    public string Field { get; }

    public long Procedure { get; }

    public long Version { get; }

    public DossierStatus Status { get; }

    public Day ReceivedOn { get; }

    public Day CompletedOn { get; }

    public Day LeftOn { get; }

    public Day FirstDue { get; }

    public long WorkedSeconds { get; }

    /// <summary>The due date that held at the end of a day; never when the procedure states no term.</summary>
    public Day DueAt(Day day)
    {
        if (last.SetOn <= day) return last.Due;
        for (var i = earlier.Length - 1; i >= 0; i--)
        {
            if (earlier[i].SetOn <= day) return earlier[i].Due;
        }

        return Day.Never;
    }

    /// <summary>Whether it waited for the applicant at the end of a day.</summary>
    public bool WaitsAt(Day day)
    {
        foreach (var wait in waits)
        {
            if (wait.From <= day && wait.To > day) return true;
        }

        return false;
    }
}
