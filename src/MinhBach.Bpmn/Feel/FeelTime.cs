using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace MinhBach.Bpmn;

/// <summary>Dates, times and durations as FEEL and ISO 8601 write them.</summary>
internal static class FeelTime
{
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.ExtendedIso;
    private static readonly OffsetDateTimePattern WithOffset = OffsetDateTimePattern.ExtendedIso;

    public static FeelValue ReadDate(string text) =>
        LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date) ? FeelValue.Of(date) : FeelValue.Null;

    public static FeelValue ReadDateTime(string text)
    {
        if (Local.Parse(text).TryGetValue(default, out var local))
            return FeelValue.Of(local);
        if (WithOffset.Parse(text).TryGetValue(default, out var offset))
            return FeelValue.Of(offset);
        return LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date) ? FeelValue.Of(date.AtMidnight()) : FeelValue.Null;
    }

    public static FeelValue ReadDuration(string text)
    {
        var negative = text.StartsWith('-');
        if (!PeriodPattern.NormalizingIso.Parse(negative ? text[1..] : text).TryGetValue(Period.Zero, out var period))
            return FeelValue.Null;
        try
        {
            if (period.Years != 0 || period.Months != 0)
            {
                if (period.Days != 0 || period.HasTimeComponent)
                    return FeelValue.Null;
                var months = checked((period.Years * 12) + period.Months);
                return FeelValue.OfMonths(negative ? -months : months);
            }
            var duration = period.ToDuration();
            return FeelValue.Of(negative ? -duration : duration);
        }
        catch (OverflowException)
        {
            return FeelValue.Null;
        }
    }

    public static string Write(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static string Write(object dateTime) =>
        dateTime is LocalDateTime local ? Local.Format(local) : WithOffset.Format((OffsetDateTime)dateTime);

    public static string Write(Duration duration)
    {
        if (duration == Duration.Zero)
            return "PT0S";
        var absolute = duration < Duration.Zero ? -duration : duration;
        var period = Period.FromNanoseconds(0) + Period.FromDays(absolute.Days) + Period.FromHours(absolute.Hours)
            + Period.FromMinutes(absolute.Minutes) + Period.FromSeconds(absolute.Seconds) + Period.FromNanoseconds(absolute.SubsecondNanoseconds);
        return (duration < Duration.Zero ? "-" : "") + PeriodPattern.NormalizingIso.Format(period);
    }

    public static string WriteMonths(int months)
    {
        var absolute = Math.Abs(months);
        var years = absolute / 12 > 0 ? (absolute / 12).ToString(CultureInfo.InvariantCulture) + "Y" : "";
        var rest = absolute % 12 > 0 || years.Length == 0 ? (absolute % 12).ToString(CultureInfo.InvariantCulture) + "M" : "";
        return (months < 0 ? "-P" : "P") + years + rest;
    }
}
