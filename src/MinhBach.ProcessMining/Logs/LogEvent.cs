using NodaTime;

namespace MinhBach.ProcessMining;

/// <summary>One thing that happened in a case.</summary>
/// <param name="Activity">Number of the activity in <see cref="LogNames.Activities"/>.</param>
/// <param name="Resource">Number in <see cref="LogNames.Resources"/>, -1 if nobody is named.</param>
/// <param name="Unit">Number in <see cref="LogNames.Units"/>, -1 if none is named.</param>
/// <param name="Lifecycle">Which moment of the activity's life this is.</param>
/// <param name="UnixTicks">When, in ticks of 100 ns since 1970-01-01T00:00Z; <see cref="NoTime"/> if it is not told.</param>
public readonly record struct LogEvent(int Activity, int Resource, int Unit, LogLifecycle Lifecycle, long UnixTicks)
{
    /// <summary>Stands for a moment that the log does not tell.</summary>
    public const long NoTime = long.MinValue;

    /// <summary>Whether the log tells when it happened.</summary>
    public bool HasTime => UnixTicks != NoTime;

    /// <summary>When it happened.</summary>
    /// <exception cref="InvalidOperationException">The log does not tell.</exception>
    public Instant At => HasTime ? Instant.FromUnixTimeTicks(UnixTicks) : throw new InvalidOperationException("This event has no time.");
}
