using System.Collections.Immutable;
using NodaTime;

namespace MinhBach.WorkingTime;

/// <summary>Why a day was counted or skipped.</summary>
public enum DayReason
{
    /// <summary>Counted: a working day, a day of a calendar term, or hours of work.</summary>
    Counted,

    /// <summary>Counted: a weekly day off that is worked to make up for a swapped day.</summary>
    MakeUpWorkingCounted,

    /// <summary>Skipped: the day of receipt is not counted.</summary>
    FirstDayExcluded,

    /// <summary>Skipped: received after the cut-off hour, so that the count starts from the next working day.</summary>
    AfterCutOff,

    /// <summary>Skipped: received after close of work.</summary>
    OutsideHours,

    /// <summary>Skipped: a weekly day off.</summary>
    Weekend,

    /// <summary>Skipped: a public holiday.</summary>
    Holiday,

    /// <summary>Skipped: swapped off for a make-up working day.</summary>
    SubstituteOff,

    /// <summary>Skipped: a day off of this agency or place only.</summary>
    LocalOff,

    /// <summary>Due here because the term's last day was off.</summary>
    RolledOver,
}

/// <summary>One day of an explanation.</summary>
/// <param name="Date">The day.</param>
/// <param name="Counted">Whether it counts towards the term.</param>
/// <param name="RunningCount">How much is counted at the end of the day: days, or hours of work for a term in hours.</param>
/// <param name="Description">What the calendar knows about the day.</param>
/// <param name="Reason">Why it was counted or skipped.</param>
public sealed record ExplainedDay(LocalDate Date, bool Counted, decimal RunningCount, DayDescription Description, DayReason Reason);

/// <summary>A due date and how it came about.</summary>
/// <param name="From">The given moment.</param>
/// <param name="Term">How long.</param>
/// <param name="Rule">How it was counted.</param>
/// <param name="Due">When it is due.</param>
/// <param name="Days">Every day from the given moment to the due date, in order.</param>
public sealed record DueExplanation(Instant From, Term Term, CountingRule Rule, DueDate Due, ImmutableArray<ExplainedDay> Days)
{
    /// <summary>Whether the count touches a year whose official calendar is not published yet.</summary>
    public bool IsProvisional => Due.IsProvisional;

    /// <summary>The days that differ from the weekly hours and whose source was not verified.</summary>
    public IEnumerable<ExplainedDay> UnverifiedDays => Days.Where(day => day.Description is { Verified: false, Name: not null });
}
