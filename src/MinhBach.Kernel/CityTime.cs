using System.Globalization;
using System.Numerics;
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

    /// <summary>Characters of a stored date.</summary>
    internal const int DayLength = 10;

    /// <summary>A stored date, <c>2026-11-22</c>. Many times faster than a pattern: a start reads them by the million.</summary>
    /// <typeparam name="T"><see cref="char"/>, or <see cref="byte"/> for UTF-8 as a database holds it.</typeparam>
    /// <exception cref="FormatException">It is none.</exception>
    public static LocalDate ReadDay<T>(ReadOnlySpan<T> stored)
        where T : struct, IBinaryInteger<T> =>
        TryReadDay(stored, out var day) ? day : throw new FormatException($"“{string.Concat(stored.ToArray().Select(letter => (char)int.CreateTruncating(letter)))}” is no date.");

    /// <inheritdoc cref="ReadDay{T}(ReadOnlySpan{T})" />
    public static LocalDate ReadDay(string stored) => ReadDay(stored.AsSpan());

    /// <summary>A date as it is stored, <c>2026-11-22</c>.</summary>
    public static string WriteDay(LocalDate day) => string.Create(DayLength, day, static (text, day) =>
    {
        day.Year.TryFormat(text, out _, "D4", CultureInfo.InvariantCulture);
        day.Month.TryFormat(text[5..], out _, "D2", CultureInfo.InvariantCulture);
        day.Day.TryFormat(text[8..], out _, "D2", CultureInfo.InvariantCulture);
        text[4] = text[7] = '-';
    });

    internal static bool TryReadDay<T>(ReadOnlySpan<T> stored, out LocalDate date)
        where T : struct, IBinaryInteger<T>
    {
        date = default;
        if (stored.Length != DayLength || stored[4] != Dash<T>() || stored[7] != Dash<T>()) return false;
        var (year, month, day) = (Digits(stored[..4]), Digits(stored[5..7]), Digits(stored[8..]));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month)) return false;
        date = new LocalDate(year, month, day);
        return true;
    }

    private static T Dash<T>()
        where T : struct, IBinaryInteger<T> => T.CreateTruncating('-');

    // -1 when something else is among them.
    private static int Digits<T>(ReadOnlySpan<T> digits)
        where T : struct, IBinaryInteger<T>
    {
        var number = 0;
        foreach (var letter in digits)
        {
            var digit = int.CreateTruncating(letter) - '0';
            if (digit is < 0 or > 9) return -1;
            number = (10 * number) + digit;
        }

        return number;
    }

    /// <summary>The instant of a stored microsecond count.</summary>
    public static Instant FromUnixMicroseconds(long microseconds) => Instant.FromUnixTimeTicks(microseconds * 10);

    private static Instant ToMicroseconds(Instant instant) => FromUnixMicroseconds(instant.ToUnixMicroseconds());
}
