using MinhBach.Procedures;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>Which pile of work.</summary>
internal enum InboxTab
{
    /// <summary>On my own desk.</summary>
    Mine,

    /// <summary>On the desks of my unit.</summary>
    Unit,

    /// <summary>Anywhere in what I may see beyond my unit.</summary>
    Agency,

    /// <summary>Dossiers I keep an eye on.</summary>
    Watching,

    /// <summary>What I did in the last thirty days.</summary>
    Done,
}

/// <summary>By when it runs out.</summary>
internal enum DueWindow { Overdue, Today, ThreeDays, Week }

/// <summary>What of a pile is wanted.</summary>
internal sealed record InboxFilter(
    InboxTab Tab,
    string? Text = null,
    long? Procedure = null,
    DossierStatus? Status = null,
    Channel? Channel = null,
    string? Step = null,
    DueWindow? Due = null);

/// <summary>Where the next page of a list begins: after this row.</summary>
internal sealed record InboxCursor(Instant Key, long Dossier, int Task)
{
    public static InboxCursor? Read(string? text)
    {
        var parts = text?.Split('.');
        return parts is [var key, var dossier, var task]
            && long.TryParse(key, out var microseconds) && long.TryParse(dossier, out var id) && int.TryParse(task, out var number)
            && microseconds is > -62_135_596_800_000_000 and < 253_402_300_800_000_000
                ? new(Kernel.CityTime.FromUnixMicroseconds(microseconds), id, number)
                : null;
    }

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Key.ToUnixTimeTicks() / 10}.{Dossier}.{Task}");
}
