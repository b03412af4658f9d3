using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.ProcessMining;

/// <summary>How the time between two moments is counted: in the working time of a calendar, or, where that is chosen on purpose, on the wall clock.</summary>
public sealed class TimeMeasure
{
    internal const long WithoutTime = -1;
    internal const long OutsideCalendar = -2;

    private readonly WorkingCalendar? _calendar;
    private readonly long _first = long.MinValue;
    private readonly long _end = long.MaxValue;

    private TimeMeasure()
    {
    }

    private TimeMeasure(WorkingCalendar calendar)
    {
        _calendar = calendar;
        _first = calendar.First.AtStartOfDayInZone(calendar.Zone).ToInstant().ToUnixTimeTicks();
        _end = calendar.Last.PlusDays(1).AtStartOfDayInZone(calendar.Zone).ToInstant().ToUnixTimeTicks();
    }

    /// <summary>Every hour counts, nights and days off too.</summary>
    public static TimeMeasure WallClock { get; } = new();

    /// <summary>Whether only working time counts.</summary>
    public bool CountsWorkingTime => _calendar is not null;

    /// <summary>Only the working time of a calendar counts. Moments that it does not cover are not measured, and the folds say how many they were.</summary>
    public static TimeMeasure Working(WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return new TimeMeasure(calendar);
    }

    /// <summary>The seconds from one moment to another, 0 if the second is earlier; null if the calendar does not cover them.</summary>
    public long? SecondsBetween(Instant start, Instant end) =>
        Seconds(start.ToUnixTimeTicks(), end.ToUnixTimeTicks()) is >= 0 and var seconds ? seconds : null;

    /// <summary>Seconds, or one of the two negative constants above.</summary>
    internal long Seconds(long start, long end)
    {
        if (start == LogEvent.NoTime || end == LogEvent.NoTime)
            return WithoutTime;
        if (_calendar is null)
            return Math.Max(0, (end - start) / NodaConstants.TicksPerSecond);
        // Asked before, as an exception per event would cost more than the whole fold.
        if (start < _first || end < _first || start >= _end || end >= _end)
            return OutsideCalendar;
        return Math.Max(0, _calendar.Between(Instant.FromUnixTimeTicks(start), Instant.FromUnixTimeTicks(end)).TotalSeconds);
    }
}
