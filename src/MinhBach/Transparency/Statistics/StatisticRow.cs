using NodaTime;

namespace MinhBach.Transparency.Statistics;

/// <summary>That figures were published, so that they are not published twice.</summary>
internal sealed class StatisticRow
{
    /// <summary>Measure, grouping and period.</summary>
    public required string Name { get; init; }

    public required string Sha256 { get; init; }

    public Instant At { get; init; }
}
