using NodaTime;

namespace MinhBach.ProcessMining;

/// <summary>
/// Dates as logs write them, without a string in between: <c>2026-03-02T08:15:30.123+07:00</c> (ISO 8601, XML Schema
/// dateTime; also with a blank for the T, without seconds or as a mere day), <c>2026/03/02 08:15</c>, <c>02/03/2026 08:15:30</c> (day first),
/// either with slashes, hyphens or points, and a time of twelve hours with AM and PM or SA and CH (sáng, chiều).
/// </summary>
internal static class LogDate
{
    private const long TicksPerDay = 864_000_000_000;
    private const long UnixEpochDay = 719_162;

    /// <summary>Reads a date; one without an offset is read in the zone.</summary>
    /// <param name="ticks">Ticks of 100 ns since 1970-01-01T00:00Z; finer digits are cut.</param>
    /// <param name="hasOffset">Whether the text itself told the offset.</param>
    /// <returns>Whether it is a date.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, DateTimeZone zone, out long ticks, out bool hasOffset)
    {
        text = text.Trim();
        ticks = 0;
        hasOffset = false;
        if (!TryReadDay(ref text, out var day) || !TryReadTime(ref text, out var time))
            return false;
        var local = ((day - UnixEpochDay) * TicksPerDay) + time;
        if (text.IsEmpty)
            return TryPlace(local, zone, out ticks);
        hasOffset = TryReadOffset(text, out var offset);
        ticks = local - offset;
        return hasOffset && IsInCalendar(ticks);
    }

    private static bool TryReadDay(ref ReadOnlySpan<char> text, out long day)
    {
        day = 0;
        int year, month, dayOfMonth;
        if (text.Length >= 8 && Digits(text[..4], out year))
        {
            if (!TryReadMark(text[4], out var mark))
                return false;
            text = text[5..];
            if (!Upto2(ref text, out month) || !Take(ref text, mark) || !Upto2(ref text, out dayOfMonth))
                return false;
        }
        else
        {
            if (!Upto2(ref text, out dayOfMonth) || text.IsEmpty || !TryReadMark(text[0], out var mark))
                return false;
            text = text[1..];
            if (!Upto2(ref text, out month) || !Take(ref text, mark) || text.Length < 4 || !Digits(text[..4], out year))
                return false;
            text = text[4..];
        }

        if (year is < 1 or > 9999 || month is < 1 or > 12 || dayOfMonth < 1 || dayOfMonth > DateTime.DaysInMonth(year, month))
            return false;
        day = new DateOnly(year, month, dayOfMonth).DayNumber;
        return true;
    }

    private static bool TryReadMark(char character, out char mark)
    {
        mark = character;
        return character is '-' or '/' or '.';
    }

    private static bool TryReadTime(ref ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (text.IsEmpty || text[0] is not ('T' or 't' or ' '))
            return true;
        text = text[1..];
        if (!Upto2(ref text, out var hour) || !Take(ref text, ':') || !Upto2(ref text, out var minute))
            return false;
        var second = 0;
        long fraction = 0;
        if (Take(ref text, ':') && (!Upto2(ref text, out second) || !TryReadFraction(ref text, out fraction)))
            return false;
        if (!TryReadHalf(ref text, ref hour))
            return false;
        ticks = (((((hour * 60L) + minute) * 60) + second) * 10_000_000) + fraction;
        // XML Schema writes the end of a day as 24:00:00.
        return minute < 60 && second < 60 && (hour < 24 || ticks == TicksPerDay);
    }

    /// <summary>The half of the day, as spreadsheets write it; false where it does not go with the hour.</summary>
    private static bool TryReadHalf(ref ReadOnlySpan<char> text, ref int hour)
    {
        var rest = text.TrimStart(' ');
        var isLate = rest.StartsWith("PM", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("CH", StringComparison.OrdinalIgnoreCase);
        if (!isLate && !rest.StartsWith("AM", StringComparison.OrdinalIgnoreCase) && !rest.StartsWith("SA", StringComparison.OrdinalIgnoreCase))
            return true;
        if (hour is < 1 or > 12)
            return false;
        hour = (hour % 12) + (isLate ? 12 : 0);
        text = rest[2..];
        return true;
    }

    private static bool TryReadFraction(ref ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (!Take(ref text, '.') && !Take(ref text, ','))
            return true;
        var count = 0;
        while (count < text.Length && char.IsAsciiDigit(text[count]))
            count++;
        for (var i = 0; i < 7; i++)
            ticks = (ticks * 10) + (i < count ? text[i] - '0' : 0);
        text = text[count..];
        return count > 0;
    }

    private static bool TryReadOffset(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (text is "Z" or "z")
            return true;
        if (text.Length < 3 || text[0] is not ('+' or '-') || !Digits(text.Slice(1, 2), out var hours))
            return false;
        var minutes = 0;
        var rest = text[3..];
        if (!rest.IsEmpty && !Digits(rest[0] == ':' ? rest[1..] : rest, out minutes))
            return false;
        if (rest.Length is not (0 or 2 or 3) || (rest.Length == 3 && rest[0] != ':') || minutes > 59 || (hours * 60) + minutes > 18 * 60)
            return false;
        ticks = ((hours * 60L) + minutes) * 600_000_000 * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool TryPlace(long local, DateTimeZone zone, out long ticks)
    {
        ticks = local;
        if (!IsInCalendar(local))
            return false;
        var moment = LocalDateTime.FromDateTime(new DateTime(local + DateTime.UnixEpoch.Ticks, DateTimeKind.Unspecified));
        ticks = zone.AtLeniently(moment).ToInstant().ToUnixTimeTicks();
        return IsInCalendar(ticks);
    }

    /// <summary>The calendar's first and last day are what programs write for "none", and cannot be told in every zone.</summary>
    private static bool IsInCalendar(long ticks) =>
        ticks >= TicksPerDay - (UnixEpochDay * TicksPerDay) && ticks < DateTime.MaxValue.Ticks - DateTime.UnixEpoch.Ticks - TicksPerDay;

    private static bool Take(ref ReadOnlySpan<char> text, char expected)
    {
        if (text.IsEmpty || text[0] != expected)
            return false;
        text = text[1..];
        return true;
    }

    private static bool Upto2(ref ReadOnlySpan<char> text, out int number)
    {
        var count = text.Length > 1 && char.IsAsciiDigit(text[1]) ? 2 : Math.Min(1, text.Length);
        if (!Digits(text[..count], out number))
            return false;
        text = text[count..];
        return true;
    }

    private static bool Digits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character))
                return false;
            number = (number * 10) + character - '0';
        }

        return !text.IsEmpty;
    }
}
