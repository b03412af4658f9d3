using NodaTime;

namespace MinhBach.Transparency;

/// <summary>What a watcher remembers of a log between two looks.</summary>
internal sealed record WatchState
{
    /// <summary>The log's name.</summary>
    public required string Origin { get; init; }

    /// <summary>The last checkpoint whose signature held and that continued those before: every later one has to continue it.</summary>
    public required string Checkpoint { get; init; }

    /// <summary>When a larger tree was seen than before.</summary>
    public required Instant GrownAt { get; init; }

    /// <summary>So many entries were read and held to the rules; less than the checkpoint's size after an interruption.</summary>
    public long CheckedTo { get; init; }

    /// <summary>The keys that were believed at first, as vkeys.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>The keys that the log itself has introduced since, under those.</summary>
    public IReadOnlyList<string> Introduced { get; init; } = [];
}
