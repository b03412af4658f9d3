using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace MinhBach.Shell;

/// <summary>Dates, times, numbers and money as people in Viet Nam write them, in either language.</summary>
public static class VietnameseFormats
{
    private static readonly DateTimeZone HoChiMinh = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"];
    private static readonly LocalDatePattern DatePattern = LocalDatePattern.CreateWithInvariantCulture("dd/MM/yyyy");
    private static readonly LocalDatePattern LoosePattern = LocalDatePattern.CreateWithInvariantCulture("d/M/yyyy");
    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>vi-VN; whatever the installed ICU says, numbers are written 1.234,5.</summary>
    public static CultureInfo Culture { get; } = Make();

    /// <summary>The local date and time in Asia/Ho_Chi_Minh.</summary>
    public static LocalDateTime Local(Instant instant) => instant.InZone(HoChiMinh).LocalDateTime;

    /// <summary>22/11/2026.</summary>
    public static string Date(LocalDate date) => DatePattern.Format(date);

    /// <summary>15:04.</summary>
    public static string Time(LocalTime time) => TimePattern.Format(time);

    /// <summary>1.234,5.</summary>
    public static string Number(decimal number, int decimals) =>
        number.ToString("#,##0." + new string('#', decimals), Culture);

    /// <summary>97,33 %.</summary>
    public static string Percent(double share, int decimals) => Number((decimal)share * 100, decimals) + "\u00a0%";

    /// <summary>75.000 đ.</summary>
    public static string Money(decimal dong) => Number(dong, 0) + "\u00a0đ";

    /// <summary>Reads 22/11/2026, 2/1/2026, 22-11-2026, 22.11.2026 and the ISO form 2026-11-22.</summary>
    public static LocalDate? ReadDate(string text)
    {
        var trimmed = text.Trim();
        var iso = LocalDatePattern.Iso.Parse(trimmed);
        if (iso.Success)
            return iso.Value;
        var read = LoosePattern.Parse(trimmed.Replace('-', '/').Replace('.', '/').Replace(" ", "", StringComparison.Ordinal));
        return read.Success ? read.Value : null;
    }

    private static CultureInfo Make()
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo("vi-VN").Clone();
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.DateTimeFormat.ShortDatePattern = "dd/MM/yyyy";
        culture.DateTimeFormat.ShortTimePattern = "HH:mm";
        return CultureInfo.ReadOnly(culture);
    }
}
