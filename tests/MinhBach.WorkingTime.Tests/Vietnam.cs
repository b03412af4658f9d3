using MinhBach.WorkingTime;

namespace MinhBach.WorkingTime.Tests;

/// <summary>The calendar that the product ships.</summary>
internal static class Vietnam
{
    private static readonly Lazy<WorkingCalendar> Loaded = new(Load);

    public static WorkingCalendar Calendar => Loaded.Value;

    private static WorkingCalendar Load()
    {
        var assembly = typeof(Vietnam).Assembly;
        var files = assembly.GetManifestResourceNames().Where(name => name.StartsWith("calendars/", StringComparison.Ordinal)).Select(name =>
        {
            using var json = assembly.GetManifestResourceStream(name)!;
            return CalendarFile.Read(json, name);
        });
        return CalendarFile.Combine(new WeeklyHours(Moments.OfficeWeek), files, Moments.Hanoi, new(2016, 1, 1), new(2029, 12, 31));
    }
}
