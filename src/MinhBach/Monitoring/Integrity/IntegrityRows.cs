using NodaTime;

namespace MinhBach.Monitoring.Integrity;

/// <summary>What the patterns remember, up to the entry that the journal's table of cursors names.</summary>
internal sealed class IntegrityStateRow
{
    public const int Only = 1;

    public int Id { get; init; } = Only;

    public int Layout { get; init; }

    public byte[] Content { get; init; } = [];
}

/// <summary>What somebody said of a finding, the latest word. The journal keeps all; a rebuild of the findings leaves it alone.</summary>
internal sealed class FindingMarkRow
{
    public long FindingId { get; init; }

    public Verdict Verdict { get; init; }

    public required string Reason { get; init; }

    public long? PersonId { get; init; }

    public required string ByName { get; init; }

    public Instant At { get; init; }

    public long LastSequence { get; init; }
}
