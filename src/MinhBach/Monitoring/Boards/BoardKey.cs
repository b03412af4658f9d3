using System.Globalization;
using NodaTime;

namespace MinhBach.Monitoring.Boards;

/// <summary>Where a list behind a count goes on.</summary>
internal static class BoardKey
{
    private static readonly Instant Last = Instant.MaxValue;

    /// <summary>Of something open: sorts by its due date, then by dossier and step.</summary>
    public static string Of(Instant? due, long dossier, int task) =>
        string.Create(CultureInfo.InvariantCulture, $"{(due ?? Last).ToUnixTimeSeconds() + int.MaxValue:D14}-{dossier:D19}-{task + short.MaxValue:D6}");

    /// <summary>Of something that ended: its place in the history.</summary>
    public static string Of(long place) => place.ToString(CultureInfo.InvariantCulture);

    /// <summary>The place before the one that a key names; the newest when it names none.</summary>
    public static long Before(string? key, long count) =>
        long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < count ? place - 1 : count - 1;
}
