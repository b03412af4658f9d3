using MinhBach.Organization.Calendars;
using MinhBach.WorkingTime;

namespace MinhBach.Organization;

/// <summary>The calendar that deadlines of an agency are counted on.</summary>
public sealed class CityCalendars
{
    /// <summary>The calendar of an agency.</summary>
    public WorkingCalendar For(AgencyId agency) => VietnamCalendars.National;
}
