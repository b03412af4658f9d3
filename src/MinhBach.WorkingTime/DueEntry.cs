using NodaTime;

namespace MinhBach.WorkingTime;

/// <summary>What happened to a due date.</summary>
public enum DueEntryKind
{
    /// <summary>The date was set for the first time.</summary>
    FirstDue,

    /// <summary>The clock stopped, such as for a supplement under NĐ 61/2018.</summary>
    Paused,

    /// <summary>The clock went on with what was left.</summary>
    Resumed,

    /// <summary>The term began anew, such as after a supplement under NĐ 118/2025 Đ19 k5.</summary>
    Restarted,

    /// <summary>A later date was promised, with an apology (NĐ 118/2025 Đ19 k6).</summary>
    Extended,

    /// <summary>The calendar changed, and the date with it.</summary>
    Recalculated,
}

/// <summary>One line of the ledger of a due date.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="At">When it happened.</param>
/// <param name="Term">The term that runs.</param>
/// <param name="Due">The due date after this line; while paused, the one that stood when the clock stopped.</param>
/// <param name="LastDay">The term's last day before it moved off a day off: a pause keeps the days up to here.</param>
/// <param name="Remaining">While paused, what is left: hours of work, working days or days. Else null.</param>
/// <param name="Reason">Why, in words for people.</param>
/// <param name="Author">Who, in words for people.</param>
public sealed record DueEntry(
    DueEntryKind Kind,
    Instant At,
    Term Term,
    DueDate Due,
    LocalDate LastDay,
    Term? Remaining,
    string Reason,
    string Author);
