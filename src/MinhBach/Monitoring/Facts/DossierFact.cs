using System.Collections.Immutable;
using MinhBach.Dossiers;
using MinhBach.Procedures;

namespace MinhBach.Monitoring;

/// <summary>
/// A <see cref="FactRow"/> as the measures read it: immutable, its dates as numbers, its lists taken apart once. A value of 96 bytes, so that
/// a million lie behind each other and are read as quickly as memory gives them.
/// </summary>
internal readonly struct DossierFact
{
    // Most have one due date for all their life: it lies here, where looking at it costs no journey through memory.
    private readonly DueSet last;
    private readonly ImmutableArray<DueSet> earlier;

    public required long Id { get; init; }

    public required long Change { get; init; }

    public required long Agency { get; init; }

    /// <summary>As <see cref="FieldNames"/> keeps it.</summary>
    public required string Field { get; init; }

    public required long Procedure { get; init; }

    public required long Version { get; init; }

    /// <summary>How it was handed in.</summary>
    public required Way Way { get; init; }

    public required Day ReceivedOn { get; init; }

    public required Day CompletedOn { get; init; }

    public required Day LeftOn { get; init; }

    public required Day FirstDue { get; init; }

    /// <summary>Working seconds at the city; an <c>int</c> holds those of sixty-eight years.</summary>
    public required int WorkedSeconds { get; init; }

    /// <summary>Every due date in the order of being set.</summary>
    public required ImmutableArray<DueSet> Dues
    {
        init
        {
            last = value.Length == 0 ? new(Day.Never, Day.Never) : value[^1];
            earlier = value.Length < 2 ? [] : value[..^1];
        }
    }

    public required ImmutableArray<Wait> Waits { private get; init; }

    public static DossierFact Of(FactRow row, FieldNames fields) => new()
    {
        Id = row.DossierId,
        Change = row.Change,
        Agency = row.AgencyId,
        Field = fields.Same(row.Field),
        Procedure = row.ProcedureId,
        Version = row.VersionId,
        Way = Ways.Of((Channel)row.Channel, (OnlineLevel)row.OnlineLevel),
        ReceivedOn = Day.Of(row.ReceivedOn),
        CompletedOn = Day.Of(row.CompletedOn),
        LeftOn = Day.Of(row.LeftOn),
        FirstDue = Day.Of(row.FirstDue),
        WorkedSeconds = checked((int)row.WorkedSeconds),
        Dues = DayLists.Dues(row.Dues.AsSpan()),
        Waits = DayLists.Waits(row.Waits.AsSpan()),
    };

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
        foreach (var wait in Waits)
        {
            if (wait.From <= day && wait.To > day) return true;
        }

        return false;
    }
}
