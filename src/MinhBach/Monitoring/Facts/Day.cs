using System.Numerics;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Monitoring;

/// <summary>A date as one number, so that a million of them are compared in a few milliseconds. <see cref="Never"/> comes after all.</summary>
internal readonly record struct Day(int Number)
{
    /// <summary>What has not happened.</summary>
    public static Day Never { get; } = new(int.MaxValue);

    /// <summary>Null for <see cref="Never"/>.</summary>
    public LocalDate? Date => this == Never ? null : LocalDate.FromDateOnly(DateOnly.FromDayNumber(Number));

    public static Day Of(LocalDate? date) => date is { } day ? new(day.ToDateOnly().DayNumber) : Never;

    /// <summary>A stored date; <see cref="Never"/> when nothing is stored.</summary>
    /// <exception cref="FormatException">It is no date.</exception>
    public static Day Read<T>(ReadOnlySpan<T> stored)
        where T : struct, IBinaryInteger<T> => stored.IsEmpty ? Never : Of(CityTime.ReadDay(stored));

    public static bool operator <(Day one, Day other) => one.Number < other.Number;

    public static bool operator >(Day one, Day other) => one.Number > other.Number;

    public static bool operator <=(Day one, Day other) => one.Number <= other.Number;

    public static bool operator >=(Day one, Day other) => one.Number >= other.Number;
}
