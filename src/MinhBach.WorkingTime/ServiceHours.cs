using System.Collections.Immutable;
using NodaTime;

namespace MinhBach.WorkingTime;

/// <summary>
/// When a desk is open to the public, such as also on Saturday mornings. It never changes a deadline: due dates are
/// counted on the <see cref="WorkingCalendar"/> alone, from which this type takes holidays and swapped days.
/// </summary>
public sealed class ServiceHours
{
    private readonly WorkingCalendar _calendar;
    private readonly WeeklyHours _hours;

    /// <summary>Creates service hours.</summary>
    /// <param name="calendar">The calendar whose holidays close the desk.</param>
    /// <param name="hours">The desk's weekly hours, local time of the calendar's zone.</param>
    public ServiceHours(WorkingCalendar calendar, WeeklyHours hours)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(hours);
        (_calendar, _hours) = (calendar, hours);
    }

    /// <summary>The hours of a date, in order; empty when the desk is closed all day.</summary>
    /// <exception cref="CalendarRangeException">The date is not covered.</exception>
    public ImmutableArray<WorkSession> SessionsOn(LocalDate date) => _calendar.Describe(date).Kind switch
    {
        DayKind.WorkingDay or DayKind.Weekend => _hours.On(date).SessionsOn(date.DayOfWeek),
        DayKind.MakeUpWorking => _hours.On(date).MakeUpSessionsOn(date.DayOfWeek),
        DayKind.Holiday or DayKind.SubstituteOff or DayKind.LocalOff => [],
    };

    /// <summary>Whether the desk is open; at closing time it is not.</summary>
    /// <exception cref="CalendarRangeException">The instant is not covered.</exception>
    public bool IsOpen(Instant now)
    {
        var local = now.InZone(_calendar.Zone);
        return SessionsOn(local.Date).Any(session => session.Start <= local.TimeOfDay && local.TimeOfDay < session.End);
    }

    /// <summary>When the desk is open next: now, if it is open.</summary>
    /// <exception cref="CalendarRangeException">It does not open again on the days covered.</exception>
    public Instant NextOpening(Instant now)
    {
        if (IsOpen(now))
            return now;
        var local = now.InZone(_calendar.Zone).LocalDateTime;
        for (var date = local.Date; ; date = date.PlusDays(1))
        {
            foreach (var session in SessionsOn(date))
            {
                if (date + session.Start > local)
                    return _calendar.Zone.AtLeniently(date + session.Start).ToInstant();
            }
        }
    }
}
