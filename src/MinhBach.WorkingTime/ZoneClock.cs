using NodaTime;

namespace MinhBach.WorkingTime;

/// <summary>
/// Turns instants into day numbers and seconds of the local day, and back. A zone whose offset does not change
/// over the range (Việt Nam's has not since 1975) costs one addition; any other goes through its rules.
/// </summary>
internal sealed class ZoneClock
{
    private readonly DateTimeZone _zone;
    private readonly LocalDate _first;
    private readonly long _firstSecond;
    private readonly bool _isFixed;

    public ZoneClock(DateTimeZone zone, LocalDate first, LocalDate last)
    {
        (_zone, _first) = (zone, first);
        var start = zone.AtStartOfDay(first).ToInstant();
        var interval = zone.GetZoneInterval(start);
        _isFixed = !interval.HasEnd || interval.End > zone.AtStartOfDay(last.PlusDays(1)).ToInstant();
        _firstSecond = start.ToUnixTimeSeconds();
    }

    /// <summary>The day, counted from the first, and the second of that day. Days may lie outside the range.</summary>
    public (int Day, int Second) Locate(Instant instant)
    {
        if (!_isFixed)
        {
            var local = instant.InZone(_zone).LocalDateTime;
            return (Period.DaysBetween(_first, local.Date), local.TimeOfDay.ToSecondOfDay());
        }

        var seconds = instant.ToUnixTimeSeconds() - _firstSecond;
        var day = (int)(seconds / SecondsOfDay.PerDay);
        var second = (int)(seconds - ((long)day * SecondsOfDay.PerDay));
        return second < 0 ? (day - 1, second + SecondsOfDay.PerDay) : (day, second);
    }

    /// <summary>The instant of a second of a day; a second that the zone skips moves on by the gap.</summary>
    public Instant InstantAt(int day, int second)
    {
        if (_isFixed)
            return Instant.FromUnixTimeSeconds(_firstSecond + ((long)day * SecondsOfDay.PerDay) + second);
        return _zone.AtLeniently(_first.PlusDays(day).AtMidnight().PlusSeconds(second)).ToInstant();
    }
}
