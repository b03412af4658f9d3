using MinhBach.Shell;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>How long there is until a due moment, in working time, as an officer reads it.</summary>
/// <param name="Text">Such as “còn 5 giờ làm việc” or “quá hạn 2 ngày làm việc”.</param>
/// <param name="Kind">A kind of tag: late, soon (less than one working day) or neutral.</param>
public sealed record TimeLeft(string Text, string Kind)
{
    /// <summary>Measures on an agency's calendar.</summary>
    /// <param name="words">The reader's language.</param>
    /// <param name="calendar">The calendar on which the due moment was counted.</param>
    /// <param name="now">The present.</param>
    /// <param name="due">Null when nothing was promised.</param>
    public static TimeLeft Of(Words words, WorkingCalendar calendar, Instant now, Instant? due)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(calendar);
        if (due is not { } at) return new(words["không định hạn"], "neutral");
        WorkingDuration left;
        try
        {
            left = calendar.Between(now, at);
        }
        catch (CalendarRangeException)
        {
            // Older or later than any published calendar: the date itself says all there is to say.
            return new(words.Date(VietnameseFormats.Local(at).Date), at < now ? "late" : "neutral");
        }

        if (Math.Abs(left.TotalSeconds) < 60) return at < now ? new(words["vừa quá hạn"], "late") : new(words["sắp hết hạn"], "soon");
        if (at < now) return new(words["quá hạn {0}", Amount(words, left.Negate())], "late");
        return new(words["còn {0}", Amount(words, left)], left.TotalSeconds < WorkingDuration.SecondsPerDay ? "soon" : "neutral");
    }

    private static string Amount(Words words, WorkingDuration amount) => amount.TotalSeconds switch
    {
        < 3600 => words["{0} phút làm việc", amount.TotalSeconds / 60],
        < WorkingDuration.SecondsPerDay => words["{0} giờ làm việc", amount.TotalSeconds / 3600],
        _ => words["{0} ngày làm việc", words.Number(decimal.Floor(amount.TotalDays), 0)],
    };
}
