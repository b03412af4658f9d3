using NodaTime;

namespace MinhBach.Transparency.Statistics;

/// <summary>Figures that were published: not twice, and never to be lost.</summary>
internal sealed class StatisticRow
{
    /// <summary>Measure, grouping and period.</summary>
    public required string Name { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>The file, so that it can be put back.</summary>
    public required string Content { get; init; }

    public Instant At { get; init; }
}
