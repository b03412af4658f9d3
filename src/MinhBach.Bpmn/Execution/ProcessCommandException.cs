namespace MinhBach.Bpmn;

/// <summary>
/// A command that the process cannot follow as it stands. Nothing has changed.
/// Codes: not-started, already-started, ended, unknown-task, unknown-timer, message-not-awaited, unknown-node, not-on-this-level,
/// no-way-out, timer-without-value, would-wait-forever, endless-loop.
/// </summary>
public sealed class ProcessCommandException(string code, string message) : Exception(message)
{
    /// <summary>A stable word for what is wrong.</summary>
    public string Code { get; } = code;
}
