using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Monitoring.History;

internal static class WorkedSeconds
{
    /// <summary>Seconds of work between two moments, none when the second is the earlier; what is older than the calendar begins with it.</summary>
    public static int Seconds(this WorkingCalendar calendar, Instant from, Instant to)
    {
        if (from.InZone(calendar.Zone).Date < calendar.First) from = calendar.First.AtStartOfDayInZone(calendar.Zone).ToInstant();
        return to <= from ? 0 : (int)Math.Min(calendar.Between(from, to).TotalSeconds, int.MaxValue);
    }
}
