using NodaTime;

namespace MinhBach.WorkingTime.Tests;

/// <summary>The same arithmetic as anyone would do it by hand: minute after minute, day after day, with no table at all.</summary>
internal sealed class NaiveOracle(WorkWeek week, IReadOnlyList<CalendarDay> days)
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    public Instant Add(Instant start, int minutes)
    {
        var now = start;
        for (var left = minutes; left > 0; now += Minute)
            left -= IsWorked(now) ? 1 : 0;
        for (var left = minutes; left < 0; now -= Minute)
            left += IsWorked(now - Minute) ? 1 : 0;
        return now;
    }

    public int Between(Instant start, Instant end)
    {
        var minutes = 0;
        for (var now = start; now < end; now += Minute)
            minutes += IsWorked(now) ? 1 : 0;
        return start <= end ? minutes : -Between(end, start);
    }

    public LocalDate AddWorkingDays(LocalDate date, int n)
    {
        var step = Math.Sign(n);
        while (n != 0)
        {
            date = date.PlusDays(step);
            n -= IsWorkingDay(date) ? step : 0;
        }

        return date;
    }

    public bool IsWorkingDay(LocalDate date) =>
        days.SingleOrDefault(day => day.Date == date) is { } known ? known.Kind == DayKind.MakeUpWorking : date.DayOfWeek <= IsoDayOfWeek.Friday;

    private bool IsWorked(Instant now)
    {
        var local = now.InZone(Moments.Hanoi).LocalDateTime;
        return IsWorkingDay(local.Date) && week.SessionsOn(IsoDayOfWeek.Monday).Any(session => session.Start <= local.TimeOfDay && local.TimeOfDay < session.End);
    }
}
