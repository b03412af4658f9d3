using NodaTime;

namespace MinhBach.Transparency;

/// <summary>Why somebody is woken.</summary>
internal enum AlertKind
{
    /// <summary>Something was found that was not known yet.</summary>
    Found,

    /// <summary>The log has not grown, or could not be reached, for longer than agreed.</summary>
    Stale,

    /// <summary>Nothing of what was told before is the case any more.</summary>
    Well,
}

/// <summary>What is told to those who watch a log.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Log">Where the log is.</param>
/// <param name="Origin">Its name; null if it was never reached.</param>
/// <param name="Size">Its entries; null if it cannot be believed.</param>
/// <param name="At">When.</param>
/// <param name="Summary">One sentence for people.</param>
/// <param name="Findings">What is new, a sentence each.</param>
internal sealed record MonitorAlert(AlertKind Kind, string Log, string? Origin, long? Size, Instant At, string Summary, IReadOnlyList<string> Findings);

/// <summary>A way to tell somebody.</summary>
internal interface IAlertWay
{
    /// <exception cref="IOException">It was not told; it is tried again after the next look.</exception>
    Task TellAsync(MonitorAlert alert, CancellationToken cancellation);
}
