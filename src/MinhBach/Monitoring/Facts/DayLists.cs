using System.Collections.Immutable;
using MinhBach.Kernel;
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
    public static ImmutableArray<DueSet> Dues(string text) => text.Length == 0 ? [] : [.. Pairs(text).Select(pair => new DueSet(pair.First, pair.Second))];

    public static ImmutableArray<Wait> Waits(string text) => text.Length == 0 ? [] : [.. Pairs(text).Select(pair => new Wait(pair.First, pair.Second))];

    public static string Add(string text, LocalDate first, LocalDate? second) =>
        (text.Length == 0 ? "" : text + " ") + Iso(first) + "/" + (second is { } end ? Iso(end) : "");

    /// <summary>Ends the last pair if it is open.</summary>
    public static string Close(string text, LocalDate end) => text.EndsWith('/') ? text + Iso(end) : text;

    private static IEnumerable<(Day First, Day Second)> Pairs(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair =>
        {
            var slash = pair.IndexOf('/', StringComparison.Ordinal);
            return (Read(pair[..slash]), slash + 1 == pair.Length ? Day.Never : Read(pair[(slash + 1)..]));
        });

    private static Day Read(string text) => Day.Of(CityTime.ReadDay(text));

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
