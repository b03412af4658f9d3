using System.Collections.Immutable;
using MinhBach.Organization.Calendars;
using MinhBach.WorkingTime;

namespace MinhBach.Organization;

/// <summary>
/// The working calendars of the city: the national one, with the days that the city set for everybody and those that one
/// agency set for itself. Held in memory, swapped after each committed change.
/// </summary>
public sealed class CityCalendars
{
    private readonly Lock swapping = new();
    private State state = State.Of([]);
    private long version;

    /// <summary>The calendar of agencies that set nothing of their own.</summary>
    public WorkingCalendar City => Volatile.Read(ref state).City;

    /// <summary>The calendar on which an agency's terms are counted.</summary>
    public WorkingCalendar For(AgencyId agency)
    {
        var now = Volatile.Read(ref state);
        return now.Agencies.GetValueOrDefault(agency, now.City);
    }

    /// <summary>When an agency's desk is open to the public; no deadline follows it.</summary>
    public ServiceHours ServiceHours(Agency agency)
    {
        ArgumentNullException.ThrowIfNull(agency);
        var calendar = For(agency.Id);
        return new(calendar, agency.DeskHours is { } own ? new(own) : calendar.Hours);
    }

    /// <summary>Rises with every change.</summary>
    public long Version => Volatile.Read(ref version);

    internal IReadOnlyList<CalendarDayRow> Days => Volatile.Read(ref state).Days;

    internal void Replace(IEnumerable<CalendarDayRow> days)
    {
        lock (swapping)
        {
            Volatile.Write(ref state, State.Of([.. days]));
            version++;
        }
    }

    internal void Apply(CalendarDayRow day)
    {
        lock (swapping)
        {
            var kept = state.Days.Where(other => (other.AgencyId, other.Day) != (day.AgencyId, day.Day));
            Volatile.Write(ref state, State.Of([.. kept, day]));
            version++;
        }
    }

    internal static CalendarDay Read(CalendarDayRow row) =>
        new(row.Day, Enum.Parse<DayKind>(row.Kind, ignoreCase: true), row.Name, row.LegalBasis, Verified: true);

    private sealed record State(
        ImmutableArray<CalendarDayRow> Days, WorkingCalendar City, IReadOnlyDictionary<AgencyId, WorkingCalendar> Agencies)
    {
        public static State Of(ImmutableArray<CalendarDayRow> days)
        {
            var city = DaysOf(days, 0) is { Count: > 0 } own ? VietnamCalendars.National.With(own) : VietnamCalendars.National;
            return new(days, city, days.Select(day => day.AgencyId).Where(id => id != 0).Distinct()
                .ToDictionary(id => new AgencyId(id), id => city.With(DaysOf(days, id))));
        }

        private static List<CalendarDay> DaysOf(ImmutableArray<CalendarDayRow> days, long agency) =>
            [.. days.Where(day => day.AgencyId == agency).Select(Read)];
    }
}
