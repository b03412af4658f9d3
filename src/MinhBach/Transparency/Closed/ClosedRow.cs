using NodaTime;

namespace MinhBach.Transparency.Closed;

/// <summary>A procedure whose dossiers the log does not show, because the city chose so.</summary>
internal sealed class ClosedRow
{
    /// <summary>Procedure code.</summary>
    public required string Procedure { get; init; }

    /// <summary>Why, as the log tells it.</summary>
    public required string Reason { get; init; }

    /// <summary>Who chose it.</summary>
    public required string By { get; init; }

    public Instant At { get; init; }
}
