using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.ProcessMining.Tests;

/// <summary>Monday to Friday, 08:00–12:00 and 13:00–17:00, no holidays.</summary>
internal static class MadeHours
{
    public static WorkingCalendar Calendar(string zone, int firstYear, int lastYear) => new(
        new WeeklyHours(WorkWeek.MondayToFriday(new(new(8, 0), new(12, 0)), new(new(13, 0), new(17, 0)))), [],
        DateTimeZoneProviders.Tzdb[zone], new LocalDate(firstYear, 1, 1), new LocalDate(lastYear, 12, 31));

    public static TimeMeasure Hanoi2026 { get; } = TimeMeasure.Working(Calendar("Asia/Ho_Chi_Minh", 2026, 2026));
}
