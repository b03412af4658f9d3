namespace MinhBach.ProcessMining;

/// <summary>A log that is held in memory.</summary>
/// <param name="names">The names that the cases' events refer to.</param>
/// <param name="cases">The cases, each an object of its own.</param>
public sealed class EventLog(LogNames names, IReadOnlyList<LogCase> cases)
{
    /// <summary>The names that the events refer to.</summary>
    public LogNames Names { get; } = names;

    /// <summary>The cases.</summary>
    public IReadOnlyList<LogCase> Cases { get; } = cases;
}
