using NodaTime;
using NodaTime.Text;

namespace MinhBach.WorkingTime.Tests;

/// <summary>Local moments and dates of Hà Nội as tests write them.</summary>
internal static class Moments
{
    public static readonly DateTimeZone Hanoi = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"];

    public static readonly WorkWeek OfficeWeek = WorkWeek.MondayToFriday(WorkSession.Of(8, 0, 12, 0), WorkSession.Of(13, 30, 17, 30));

    public static LocalDate Date(string iso) => LocalDatePattern.Iso.Parse(iso).GetValueOrThrow();

    public static Instant At(string local) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(local).GetValueOrThrow().InZoneStrictly(Hanoi).ToInstant();

    public static string Local(Instant instant) => instant.InZone(Hanoi).ToString("uuuu-MM-dd HH:mm", null);

    public static WorkingCalendar Calendar(params CalendarDay[] days) =>
        new(new WeeklyHours(OfficeWeek), days, Hanoi, new LocalDate(2016, 1, 1), new LocalDate(2029, 12, 31));

    public static CalendarDay Off(string date) => new(Date(date), DayKind.Holiday, "Nghỉ", "Luật", true);
}
