using System.Globalization;

namespace MinhBach.WorkingTime;

/// <summary>What a term is counted in.</summary>
public enum TermUnit
{
    /// <summary>Hours of work from the given moment; eight make a working day.</summary>
    WorkingHours,

    /// <summary>Working days (ngày làm việc). A part of a day is counted in hours of work, eight to the day.</summary>
    WorkingDays,

    /// <summary>Calendar days (ngày).</summary>
    Days,

    /// <summary>Calendar weeks (tuần).</summary>
    Weeks,

    /// <summary>Calendar months (tháng): the same day of the last month, or that month's last day.</summary>
    Months,

    /// <summary>Within the day (trong ngày): by close of work on the day of receipt, or on the next working day after the cut-off.</summary>
    SameDay,
}

/// <summary>How long something may take: an amount and what it is counted in. Never a span of wall-clock time.</summary>
/// <param name="Amount">
/// How many units: 0 to <see cref="MaxAmount"/>; whole for days, weeks and months; ignored for <see cref="TermUnit.SameDay"/>.
/// </param>
/// <param name="Unit">What it is counted in.</param>
/// <exception cref="ArgumentOutOfRangeException">The amount is out of range, or has a part where only whole amounts make sense.</exception>
public sealed record Term(decimal Amount, TermUnit Unit)
{
    /// <summary>The largest amount that a term may state.</summary>
    public const decimal MaxAmount = 100_000;

    /// <summary>How many units.</summary>
    public decimal Amount { get; } = Checked(Amount, Unit);

    /// <summary>What it is counted in.</summary>
    public TermUnit Unit { get; } = Unit;

    /// <summary>Whether the term runs from moment to moment in hours of work: hours, and working days with a part of a day.</summary>
    public bool IsHours { get; } = Unit == TermUnit.WorkingHours || (Unit == TermUnit.WorkingDays && !decimal.IsInteger(Amount));

    internal bool IsWholeWorkingDays { get; } = Unit == TermUnit.WorkingDays && Amount > 0 && decimal.IsInteger(Amount);

    internal int Whole { get; } = Unit == TermUnit.SameDay ? 0 : decimal.ToInt32(decimal.Truncate(Amount));

    /// <summary>A term in hours of work.</summary>
    public static Term WorkingHours(decimal hours) => new(hours, TermUnit.WorkingHours);

    /// <summary>A term in working days.</summary>
    public static Term WorkingDays(decimal days) => new(days, TermUnit.WorkingDays);

    /// <summary>A term in calendar days.</summary>
    public static Term Days(int days) => new(days, TermUnit.Days);

    /// <summary>A term in weeks.</summary>
    public static Term Weeks(int weeks) => new(weeks, TermUnit.Weeks);

    /// <summary>A term in months.</summary>
    public static Term Months(int months) => new(months, TermUnit.Months);

    /// <summary>Within the day.</summary>
    public static Term SameDay() => new(0, TermUnit.SameDay);

    /// <summary>The working time of a term that is counted in working hours or days.</summary>
    /// <exception cref="InvalidOperationException">The term is counted in calendar units and has no fixed working time.</exception>
    public WorkingDuration ToWorkingDuration() => Unit switch
    {
        TermUnit.WorkingHours => WorkingDuration.FromHours(Amount),
        TermUnit.WorkingDays => WorkingDuration.FromDays(Amount),
        TermUnit.Days or TermUnit.Weeks or TermUnit.Months or TermUnit.SameDay =>
            throw new InvalidOperationException($"A term in {Unit} has no fixed working time."),
    };

    /// <summary>Amount and unit, such as <c>5 WorkingDays</c>. Not for people: the application words it.</summary>
    public override string ToString() =>
        Unit == TermUnit.SameDay ? nameof(TermUnit.SameDay) : string.Create(CultureInfo.InvariantCulture, $"{Amount} {Unit}");

    private static decimal Checked(decimal amount, TermUnit unit)
    {
        if (unit == TermUnit.SameDay)
            return 0;
        if (amount is < 0 or > MaxAmount)
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "A term is 0 to 100,000 units.");
        if (unit is (TermUnit.Days or TermUnit.Weeks or TermUnit.Months) && !decimal.IsInteger(amount))
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "Days, weeks and months are counted whole.");
        return amount;
    }
}
