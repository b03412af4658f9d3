using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace MinhBach.Monitoring;

/// <summary>A due date and the day from which it held.</summary>
internal readonly record struct DueSet(Day SetOn, Day Due);

/// <summary>A time of waiting for the applicant; open while <paramref name="To"/> is never.</summary>
internal readonly record struct Wait(Day From, Day To);

/// <summary>Short lists of days as one column: <c>2026-01-02/2026-01-09 2026-01-08/2026-01-16</c>, an open end left empty.</summary>
internal static class DayLists
{
    public static ImmutableArray<DueSet> Dues(ReadOnlySpan<char> text) => Read(text, static (set, due) => new DueSet(set, due));

    public static ImmutableArray<Wait> Waits(ReadOnlySpan<char> text) => Read(text, static (from, to) => new Wait(from, to));

    public static string Add(string text, LocalDate first, LocalDate? second) =>
        (text.Length == 0 ? "" : text + " ") + Iso(first) + "/" + (second is { } end ? Iso(end) : "");

    /// <summary>Ends the last pair if it is open.</summary>
    public static string Close(string text, LocalDate end) => text.EndsWith('/') ? text + Iso(end) : text;

    private static ImmutableArray<T> Read<T>(ReadOnlySpan<char> text, Func<Day, Day, T> pair)
    {
        if (text.IsEmpty) return [];
        var pairs = ImmutableArray.CreateBuilder<T>(text.Count(' ') + 1);
        foreach (var part in text.Split(' '))
        {
            var days = text[part];
            var slash = days.IndexOf('/');
            pairs.Add(pair(Day.Read(days[..slash]), Day.Read(days[(slash + 1)..])));
        }

        return pairs.MoveToImmutable();
    }

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
