using NodaTime;

namespace MinhBach.Transparency.Grow;

/// <summary>A witness that has signed.</summary>
internal sealed class WitnessRow
{
    /// <summary>Its name in the policy.</summary>
    public required string Name { get; init; }

    /// <summary>When it signed last, by its own clock.</summary>
    public Instant At { get; init; }
}
