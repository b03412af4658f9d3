using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace MinhBach.WorkingTime.Tests;

/// <summary>A made-up calendar of one year beside its oracle, and moments within it.</summary>
internal sealed record City(WorkingCalendar Calendar, NaiveOracle Oracle)
{
    private static readonly LocalDate First = new(2026, 1, 1);

    // Far enough from both ends that no term of a test leaves the calendar.
    private static readonly Instant Middle = First.PlusDays(150).AtStartOfDayInZone(Moments.Hanoi).ToInstant();

    /// <summary>Random days off, make-up days and hours.</summary>
    public static Gen<City> Cities { get; } =
        from count in Gen.Choose(0, 60)
        from offsets in Gen.Choose(0, 364).ArrayOf(count)
        from opening in Gen.Choose(0, 8 * 60)
        from morning in Gen.Choose(2 * 60, 5 * 60)
        from lengths in Gen.Choose(1, 5 * 60).ArrayOf(2)
        from sessions in Gen.Choose(0, 2)
        select Build(offsets.Distinct(), opening, [morning, .. lengths.Take(sessions)]);

    /// <summary>A whole minute, five to seven months into the year.</summary>
    public static Gen<Instant> Moments2026 { get; } = Gen.Choose(0, 60 * 24 * 60).Select(minutes => Middle + Duration.FromMinutes(minutes));

    /// <summary>A day, five to seven months into the year.</summary>
    public static Gen<LocalDate> Dates { get; } = Gen.Choose(150, 210).Select(First.PlusDays);

    private static City Build(IEnumerable<int> offsets, int opening, IEnumerable<int> lengths)
    {
        var sessions = new List<WorkSession>();
        var start = new LocalTime(0, 0).PlusMinutes(opening);
        foreach (var length in lengths)
        {
            sessions.Add(new WorkSession(start, start.PlusMinutes(length)));
            // An odd break, or none: sessions may touch.
            start = start.PlusMinutes(length + (length % 20));
        }

        var days = offsets.Select(offset => First.PlusDays(offset)).Select(date => new CalendarDay(
            date, date.DayOfWeek > IsoDayOfWeek.Friday && date.Day % 3 > 0 ? DayKind.MakeUpWorking : DayKind.Holiday, "Ngày", "Luật", true)).ToList();
        var week = WorkWeek.MondayToFriday([.. sessions]);
        var calendar = new WorkingCalendar(new WeeklyHours(week), days, Moments.Hanoi, First, First.PlusDays(364));
        return new City(calendar, new NaiveOracle(week, days));
    }
}
