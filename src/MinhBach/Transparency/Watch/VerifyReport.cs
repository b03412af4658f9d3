using MinhBach.TransparencyLog;
using NodaTime;

namespace MinhBach.Transparency;

/// <summary>What a look at a log has shown.</summary>
internal sealed record VerifyReport
{
    /// <summary>Where the log was read.</summary>
    public required string Log { get; init; }

    /// <summary>When it was looked at, by the watcher's clock.</summary>
    public required Instant At { get; init; }

    /// <summary>The log's name; null if its checkpoint cannot be read.</summary>
    public string? Origin { get; init; }

    /// <summary>Size and root; null if the checkpoint is not the log's.</summary>
    public TreeHead? Head { get; init; }

    /// <summary>The size that was seen at the last look; null at the first.</summary>
    public long? SizeBefore { get; init; }

    /// <summary>When a larger tree was seen than before.</summary>
    public Instant? GrownAt { get; init; }

    /// <summary>Whether the log's key was taken from beside the log, as whoever serves it says it is.</summary>
    public bool KeyOnTrust { get; init; }

    /// <summary>The log's keys that were believed.</summary>
    public IReadOnlyList<VerifierKey> Keys { get; init; } = [];

    /// <summary>The witnesses of the policy that cosigned.</summary>
    public IReadOnlyList<WitnessTime> Cosigned { get; init; } = [];

    /// <summary>Bundles that an interrupted run had fetched already.</summary>
    public int Resumed { get; init; }

    /// <summary>Dossiers in the log.</summary>
    public int Cases { get; init; }

    /// <summary>Published figures that were counted again.</summary>
    public int Statistics { get; init; }

    /// <summary>Published figures that were wrong, and that a later entry corrects.</summary>
    public int Corrected { get; init; }

    /// <summary>Their files that are not served.</summary>
    public int FilesNotServed { get; init; }

    /// <summary>When the last entry was entered.</summary>
    public Instant? LastLogged { get; init; }

    /// <summary>What was found.</summary>
    public required WatchFindings Findings { get; init; }

    /// <summary>The file with both checkpoints, where the log contradicts itself.</summary>
    public string? Evidence { get; init; }
}
