using System.Globalization;
using NodaTime;

namespace MinhBach.Kernel;

/// <summary>The server's clock in NodaTime's words, and the city's time zone.</summary>
public static class CityTime
{
    /// <summary>Asia/Ho_Chi_Minh: UTC+7 the whole year.</summary>
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"];

    extension(TimeProvider clock)
    {
        /// <summary>The present instant, to the microsecond, as the databases keep it.</summary>
        public Instant Now() => ToMicroseconds(Instant.FromDateTimeOffset(clock.GetUtcNow()));

        /// <summary>Today's date in the city.</summary>
        public LocalDate Today() => clock.Now().InZone(Zone).Date;
    }

    extension(Instant instant)
    {
        /// <summary>Microseconds since 1970-01-01T00:00Z, as stored.</summary>
        public long ToUnixMicroseconds() => instant.ToUnixTimeTicks() / 10;

        /// <summary>The calendar date in the city at this instant.</summary>
        public LocalDate DateInCity() => instant.InZone(Zone).Date;
    }

    /// <summary>A stored date, <c>2026-11-22</c>. Many times faster than a pattern: a start reads them by the hundred thousand.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static LocalDate ReadDay(ReadOnlySpan<char> stored) =>
        stored is [_, _, _, _, '-', _, _, '-', _, _]
        && int.TryParse(stored[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && int.TryParse(stored[5..7], NumberStyles.None, CultureInfo.InvariantCulture, out var month)
        && int.TryParse(stored[8..], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
        && year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : throw new FormatException($"“{stored}” is no date.");

    /// <summary>The instant of a stored microsecond count.</summary>
    public static Instant FromUnixMicroseconds(long microseconds) => Instant.FromUnixTimeTicks(microseconds * 10);

    private static Instant ToMicroseconds(Instant instant) => FromUnixMicroseconds(instant.ToUnixMicroseconds());
}
