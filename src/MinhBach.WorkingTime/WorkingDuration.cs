using System.Globalization;

namespace MinhBach.WorkingTime;

/// <summary>
/// An amount of working time in whole seconds, possibly negative. It says nothing about time on the wall:
/// eight hours may take a day or, over Tết, two weeks.
/// </summary>
/// <param name="TotalSeconds">The amount in seconds of work.</param>
public readonly record struct WorkingDuration(long TotalSeconds) : IComparable<WorkingDuration>
{
    /// <summary>Seconds of work in one working day: eight hours (BLLĐ 2019 Đ105).</summary>
    public const int SecondsPerDay = 8 * 3600;

    /// <summary>No time at all.</summary>
    public static WorkingDuration Zero => default;

    /// <summary>The amount in hours, with parts.</summary>
    public decimal TotalHours => TotalSeconds / 3600m;

    /// <summary>The amount in working days of eight hours, with parts.</summary>
    public decimal TotalDays => TotalSeconds / (decimal)SecondsPerDay;

    /// <summary>An amount in hours, rounded to the second.</summary>
    /// <exception cref="OverflowException">The amount does not fit.</exception>
    public static WorkingDuration FromHours(decimal hours) => new(decimal.ToInt64(decimal.Round(hours * 3600)));

    /// <summary>An amount in minutes.</summary>
    public static WorkingDuration FromMinutes(long minutes) => new(checked(minutes * 60));

    /// <summary>An amount in seconds.</summary>
    public static WorkingDuration FromSeconds(long seconds) => new(seconds);

    /// <summary>An amount in working days of eight hours, rounded to the second.</summary>
    /// <exception cref="OverflowException">The amount does not fit.</exception>
    public static WorkingDuration FromDays(decimal days) => new(decimal.ToInt64(decimal.Round(days * SecondsPerDay)));

    /// <summary>Adds.</summary>
    public static WorkingDuration operator +(WorkingDuration left, WorkingDuration right) => left.Add(right);

    /// <summary>Subtracts.</summary>
    public static WorkingDuration operator -(WorkingDuration left, WorkingDuration right) => left.Subtract(right);

    /// <summary>Negates.</summary>
    public static WorkingDuration operator -(WorkingDuration value) => value.Negate();

    /// <summary>Compares.</summary>
    public static bool operator <(WorkingDuration left, WorkingDuration right) => left.TotalSeconds < right.TotalSeconds;

    /// <summary>Compares.</summary>
    public static bool operator >(WorkingDuration left, WorkingDuration right) => left.TotalSeconds > right.TotalSeconds;

    /// <summary>Compares.</summary>
    public static bool operator <=(WorkingDuration left, WorkingDuration right) => left.TotalSeconds <= right.TotalSeconds;

    /// <summary>Compares.</summary>
    public static bool operator >=(WorkingDuration left, WorkingDuration right) => left.TotalSeconds >= right.TotalSeconds;

    /// <summary>Adds.</summary>
    public WorkingDuration Add(WorkingDuration other) => new(checked(TotalSeconds + other.TotalSeconds));

    /// <summary>Subtracts.</summary>
    public WorkingDuration Subtract(WorkingDuration other) => new(checked(TotalSeconds - other.TotalSeconds));

    /// <summary>Negates.</summary>
    public WorkingDuration Negate() => new(checked(-TotalSeconds));

    /// <inheritdoc/>
    public int CompareTo(WorkingDuration other) => TotalSeconds.CompareTo(other.TotalSeconds);

    /// <summary>Hours, minutes and, if there are any, seconds: <c>12:30</c>, <c>-0:05:30</c>. The same in every language.</summary>
    public override string ToString()
    {
        var amount = Math.Abs(TotalSeconds);
        var sign = TotalSeconds < 0 ? "-" : "";
        var text = string.Create(CultureInfo.InvariantCulture, $"{sign}{amount / 3600}:{amount / 60 % 60:00}");
        return amount % 60 == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}:{amount % 60:00}");
    }
}
