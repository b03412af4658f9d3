using NodaTime;

namespace MinhBach.Monitoring.History;

/// <summary>A step that somebody has to do now.</summary>
internal sealed record OpenStep(int Task, string Node, string Name, long Agency, long Unit, Instant OpenedAt, Instant? DueAt)
{
    /// <summary>The number that the history gives the step.</summary>
    public int Code { get; init; }

    /// <summary>The newest reminder of it: for which due date, and how far the step was; null before any.</summary>
    public (Instant DueAt, int Stage)? Reminded { get; init; }

    /// <summary>Who took it; 0 while nobody has.</summary>
    public long Person { get; init; }

    /// <summary>When it was first taken.</summary>
    public Instant? TakenAt { get; init; }
}
