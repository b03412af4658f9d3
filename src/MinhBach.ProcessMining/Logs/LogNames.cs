namespace MinhBach.ProcessMining;

/// <summary>The names that the events of one log refer to by number.</summary>
public sealed class LogNames
{
    /// <summary>What was done (XES <c>concept:name</c>).</summary>
    public NameTable Activities { get; } = new();

    /// <summary>Who did it (XES <c>org:resource</c>).</summary>
    public NameTable Resources { get; } = new();

    /// <summary>The unit in which it was done (XES <c>org:group</c>).</summary>
    public NameTable Units { get; } = new();
}
