using NodaTime;

namespace MinhBach.Transparency;

/// <summary>One look of a monitor.</summary>
/// <param name="At">When.</param>
/// <param name="Report">What was seen; null if the log could not be reached.</param>
/// <param name="Unreachable">Why not.</param>
/// <param name="ReachedAt">When it was reached last; null if never since the start.</param>
/// <param name="GrownAt">When it was seen to have grown last.</param>
/// <param name="IsStale">Whether that is longer ago than agreed.</param>
/// <param name="Untold">Alerts that could not be told, with why.</param>
internal sealed record MonitorRound(Instant At, VerifyReport? Report, string? Unreachable, Instant? ReachedAt, Instant GrownAt, bool IsStale, IReadOnlyList<string> Untold);
