using MinhBach.Kernel;
using MinhBach.Procedures;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.DemoCity;

/// <summary>When people hand in: by season, weekday and hour; little at Tết, much on the days after a holiday.</summary>
internal sealed class Arrivals
{
    private static readonly double[] Weekday = [1.2, 1.1, 1.0, 0.98, 0.9, 0.25, 0.18];
    private static readonly double[] Month = [0.95, 0.9, 1.1, 1.0, 1.0, 1.08, 1.05, 1.1, 1.0, 1.02, 1.0, 1.05];
    private static readonly double[] AfterHoliday = [1.6, 1.3, 1.15];
    private static readonly double[] OnlineHour = [0.3, 0.1, 0.05, 0.05, 0.05, 0.1, 0.4, 1.2, 3.5, 4.5, 4.2, 3, 1.6, 2, 3.2, 3.6, 3.2, 2, 1.2, 1.6, 2.2, 2, 1.4, 0.7];

    private readonly WorkingCalendar calendar;
    private readonly Instant until;
    private readonly Urn<LocalDate> online = new();
    private readonly Urn<LocalDate> desk = new();
    private readonly Urn<int> hours = new();

    public Arrivals(WorkingCalendar calendar, LocalDate first, Instant until)
    {
        this.calendar = calendar;
        this.until = until;
        var last = until.DateInCity();
        for (var day = first; day <= last; day = day.PlusDays(1))
        {
            var season = Month[day.Month - 1];
            if (calendar.IsWorkingDay(day))
            {
                var weight = season * Weekday[Math.Min((int)day.DayOfWeek, 5) - 1] * AroundHolidays(day);
                online.Put(day, weight);
                desk.Put(day, weight);
            }
            else
            {
                online.Put(day, season * (IsLongBreak(day) ? 0.05 : Weekday[day.DayOfWeek == IsoDayOfWeek.Saturday ? 5 : 6]));
            }
        }

        for (var hour = 0; hour < 24; hour++) hours.Put(hour, OnlineHour[hour]);
    }

    public Instant Draw(Dice dice, Channel channel)
    {
        while (true)
        {
            var at = channel == Channel.Online ? Online(dice) : AtTheDesk(dice);
            if (at < until) return at;
        }
    }

    private Instant Online(Dice dice) =>
        online.Draw(dice).At(new LocalTime(hours.Draw(dice), dice.Below(60), dice.Below(60))).InZoneLeniently(CityTime.Zone).ToInstant();

    private Instant AtTheDesk(Dice dice)
    {
        var day = desk.Draw(dice);
        var sessions = calendar.SessionsOn(day);
        // More come in the morning; the desk takes nothing in its last quarter of an hour.
        var session = sessions[dice.Chance(0.58) ? 0 : sessions.Length - 1];
        var minutes = Period.Between(session.Start, session.End, PeriodUnits.Minutes).Minutes;
        return day.At(session.Start).InZoneLeniently(CityTime.Zone).ToInstant().Plus(Duration.FromMinutes(dice.Below((int)minutes - 15)));
    }

    private double AroundHolidays(LocalDate day)
    {
        var worked = 0;
        for (var before = day.PlusDays(-1); worked < AfterHoliday.Length; before = before.PlusDays(-1))
        {
            if (calendar.IsWorkingDay(before)) worked++;
            else if (IsLongBreak(before)) return AfterHoliday[worked];
        }

        // Nobody begins anything in the last days before Tết.
        return Enumerable.Range(1, 5).Any(days => BreakAround(day.PlusDays(days)) >= 7) ? 0.7 : 1;
    }

    private bool IsLongBreak(LocalDate day) => BreakAround(day) >= 3;

    private int BreakAround(LocalDate day)
    {
        if (calendar.IsWorkingDay(day)) return 0;
        var length = 1;
        for (var before = day.PlusDays(-1); !calendar.IsWorkingDay(before); before = before.PlusDays(-1)) length++;
        for (var after = day.PlusDays(1); !calendar.IsWorkingDay(after); after = after.PlusDays(1)) length++;
        return length;
    }
}
