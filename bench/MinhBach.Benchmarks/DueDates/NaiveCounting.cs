using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Benchmarks.DueDates;

/// <summary>How a due date is counted where nobody prepared anything: step by step, asking of each step whether it counts.</summary>
internal sealed class NaiveCounting(WorkingCalendar calendar)
{
    private static readonly LocalTime Opening = new(8, 0);
    private static readonly LocalTime NoonStart = new(12, 0);
    private static readonly LocalTime NoonEnd = new(13, 30);
    private static readonly LocalTime Closing = new(17, 30);
    private static readonly Duration Minute = Duration.FromMinutes(1);

    private readonly HashSet<LocalDate> _off = [.. calendar.Exceptions.Where(day => day.Kind != DayKind.MakeUpWorking).Select(day => day.Date)];
    private readonly HashSet<LocalDate> _makeUp = [.. calendar.Exceptions.Where(day => day.Kind == DayKind.MakeUpWorking).Select(day => day.Date)];

    public DueDate ByDays(Instant from, int workingDays)
    {
        var date = from.InZone(calendar.Zone).Date;
        while (workingDays > 0)
        {
            date = date.PlusDays(1);
            if (IsWorkingDay(date))
                workingDays--;
        }

        return new DueDate(date, date.At(Closing).InZoneLeniently(calendar.Zone).ToInstant());
    }

    public DueDate ByMinutes(Instant from, int workingDays)
    {
        // The day of receipt is not counted.
        var now = calendar.Zone.AtStartOfDay(from.InZone(calendar.Zone).Date.PlusDays(1)).ToInstant();
        for (var left = workingDays * 8 * 60; left > 0; now += Minute)
        {
            if (IsWorked(now.InZone(calendar.Zone).LocalDateTime))
                left--;
        }

        return new DueDate(now.InZone(calendar.Zone).Date, now);
    }

    private bool IsWorkingDay(LocalDate date) =>
        _makeUp.Contains(date) || (date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !_off.Contains(date));

    private bool IsWorked(LocalDateTime now) =>
        ((now.TimeOfDay >= Opening && now.TimeOfDay < NoonStart) || (now.TimeOfDay >= NoonEnd && now.TimeOfDay < Closing)) && IsWorkingDay(now.Date);
}
