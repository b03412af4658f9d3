using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
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
    public static ImmutableArray<DueSet> Dues<T>(ReadOnlySpan<T> text)
        where T : struct, IBinaryInteger<T> => Read(text, static (set, due) => new DueSet(set, due));

    public static ImmutableArray<Wait> Waits<T>(ReadOnlySpan<T> text)
        where T : struct, IBinaryInteger<T> => Read(text, static (from, to) => new Wait(from, to));

    public static string Add(string text, LocalDate first, LocalDate? second) =>
        (text.Length == 0 ? "" : text + " ") + Iso(first) + "/" + (second is { } end ? Iso(end) : "");

    /// <summary>Ends the last pair if it is open.</summary>
    public static string Close(string text, LocalDate end) => text.EndsWith('/') ? text + Iso(end) : text;

    private static ImmutableArray<TPair> Read<T, TPair>(ReadOnlySpan<T> text, Func<Day, Day, TPair> pair)
        where T : struct, IBinaryInteger<T>
    {
        if (text.IsEmpty) return [];
        var (space, slash) = (T.CreateTruncating(' '), T.CreateTruncating('/'));
        var pairs = new TPair[text.Count(space) + 1];
        var count = 0;
        foreach (var part in text.Split(space))
        {
            var days = text[part];
            var middle = days.IndexOf(slash);
            pairs[count++] = pair(Day.Read(days[..middle]), Day.Read(days[(middle + 1)..]));
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(pairs);
    }

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
