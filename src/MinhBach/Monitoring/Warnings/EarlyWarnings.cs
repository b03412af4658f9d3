using System.Diagnostics;
using MinhBach.Kernel;
using MinhBach.Monitoring.History;
using NodaTime;

namespace MinhBach.Monitoring.Warnings;

/// <summary>Every open dossier with its chance to be late, the likeliest first. Safe for many threads.</summary>
internal sealed class EarlyWarnings(HistoryShelf shelf, TimeProvider clock)
{
    // At most a twentieth of the time goes into counting anew, however large the city.
    private const int Share = 20;

    private static readonly Duration StaysFor = Duration.FromMinutes(1);

    private readonly Lock counting = new();
    private Counted? newest;

    /// <summary>All of them; at most a minute old.</summary>
    public IReadOnlyList<Outlook> Current() => Newest().Outlooks;

    /// <summary>A page of those that an asker may see.</summary>
    /// <param name="takes">Which.</param>
    /// <param name="after">The <see cref="KeyOf"/> of the last one of the page before; null for the first page.</param>
    /// <param name="count">How many at most.</param>
    public IReadOnlyList<Outlook> Page(Func<Outlook, bool> takes, string? after, int count)
    {
        var counted = Newest();
        var first = after is null ? 0 : Array.BinarySearch(counted.Keys, after, StringComparer.Ordinal) is var place && place >= 0 ? place + 1 : ~place;
        return [.. counted.Outlooks.Skip(first).Where(takes).Take(count)];
    }

    /// <summary>The place of one in the order: its chance, then its due date, then its number.</summary>
    public static string KeyOf(Outlook outlook)
    {
        ArgumentNullException.ThrowIfNull(outlook);
        return FormattableString.Invariant($"{1 - outlook.Chance:0.00000000}-{outlook.Due.ToDateOnly().DayNumber}-{outlook.Dossier}");
    }

    private Counted Newest()
    {
        lock (counting)
        {
            var (now, tick) = (clock.Now(), Stopwatch.GetTimestamp());
            if (newest is { } known && (now - known.At) is var age && age >= Duration.Zero && age < StaysFor && (known.Position == shelf.Position || tick < known.Until)) return known;
            var position = shelf.Position;
            Outlook[] outlooks = [.. shelf.Outlooks(now)];
            var keys = Array.ConvertAll(outlooks, KeyOf);
            Array.Sort(keys, outlooks, StringComparer.Ordinal);
            return newest = new(now, position, Stopwatch.GetTimestamp() + ((Stopwatch.GetTimestamp() - tick) * Share), keys, outlooks);
        }
    }

    private sealed record Counted(Instant At, JournalPosition Position, long Until, string[] Keys, Outlook[] Outlooks);
}
