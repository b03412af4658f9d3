namespace MinhBach.WorkingTime;

/// <summary>A legal term: an amount of a unit, such as 3 working days.</summary>
/// <param name="Amount">How many units; greater than zero, except for <see cref="TermUnit.SameDay"/>.</param>
/// <param name="Unit">What is counted.</param>
public sealed record Term(decimal Amount, TermUnit Unit);

/// <summary>What a term counts.</summary>
public enum TermUnit
{
    /// <summary>Hours at work; 8 make a working day.</summary>
    WorkingHours,

    /// <summary>Working days.</summary>
    WorkingDays,

    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Weeks of seven calendar days.</summary>
    Weeks,

    /// <summary>Calendar months.</summary>
    Months,

    /// <summary>The day of receipt itself.</summary>
    SameDay,
}
