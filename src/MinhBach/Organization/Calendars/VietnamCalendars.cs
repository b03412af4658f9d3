using System.Collections.Immutable;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Organization.Calendars;

/// <summary>
/// The public-sector working calendar of Việt Nam, from the year files that ship with the product. Agencies inherit from it
/// with <see cref="WorkingCalendar.With(IEnumerable{CalendarDay})"/>.
/// </summary>
public static class VietnamCalendars
{
    private static readonly Lazy<ImmutableArray<CalendarFile>> YearFiles = new(Read);

    private static readonly Lazy<WorkingCalendar> Combined = new(Combine);

    /// <summary>First day covered. Days before the first year file are provisional: weekends only.</summary>
    public static LocalDate First { get; } = new(2016, 1, 1);

    /// <summary>Last day covered. Days after the last published year are provisional: a due date there may still move.</summary>
    public static LocalDate Last { get; } = new(2035, 12, 31);

    /// <summary>Asia/Ho_Chi_Minh.</summary>
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"];

    /// <summary>
    /// Monday to Friday, 08:00–12:00 and 13:30–17:30. Hours are set locally: these are common in Hà Nội but no decision was
    /// read, so <see cref="DefaultHoursVerified"/> is false and an installation is expected to set its own.
    /// </summary>
    public static WeeklyHours DefaultHours { get; } = new(WorkWeek.MondayToFriday(WorkSession.Of(8, 0, 12, 0), WorkSession.Of(13, 30, 17, 30)));

    /// <summary>Whether <see cref="DefaultHours"/> were read in an official source.</summary>
    public static bool DefaultHoursVerified => false;

    /// <summary>All years in one calendar, with the default hours.</summary>
    public static WorkingCalendar National => Combined.Value;

    /// <summary>The year files, by year, each with its source and what is still open about it.</summary>
    public static ImmutableArray<CalendarFile> Years => YearFiles.Value;

    private static WorkingCalendar Combine() => CalendarFile.Combine(DefaultHours, YearFiles.Value, Zone, First, Last);

    private static ImmutableArray<CalendarFile> Read()
    {
        var assembly = typeof(VietnamCalendars).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("calendars/vn-", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var json = assembly.GetManifestResourceStream(name)!;
                return CalendarFile.Read(json, Path.GetFileName(name));
            })];
    }
}
