using System.Collections.Immutable;

namespace MinhBach.Bpmn;

/// <summary>Where a process stands as a whole.</summary>
public enum ProcessStatus
{
    /// <summary>Nothing has happened.</summary>
    NotStarted,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>It came to an end of its own.</summary>
    Ended,

    /// <summary>It was stopped.</summary>
    Cancelled,
}

/// <summary>What a token of a process does.</summary>
public enum TokenKind
{
    /// <summary>A person works.</summary>
    Task,

    /// <summary>Another system works.</summary>
    Service,

    /// <summary>Waits for a time, a message, or whatever comes first.</summary>
    Wait,

    /// <summary>Waits at a join for other branches.</summary>
    Join,

    /// <summary>A subprocess runs.</summary>
    Subprocess,
}

/// <summary>A place where the process stands.</summary>
/// <param name="No">Its number, unique within the process: of the task, the wait, the timer or the subprocess.</param>
/// <param name="NodeId">The node in the model.</param>
/// <param name="Kind">What it does there.</param>
/// <param name="Scope">Number of the subprocess that it stands in; 0 is the process itself.</param>
/// <param name="FlowId">The way it came, where it waits at a join.</param>
public readonly record struct ProcessToken(int No, string NodeId, TokenKind Kind, int Scope = 0, string? FlowId = null);

/// <summary>A timer that runs.</summary>
/// <param name="TimerNo">Its number.</param>
/// <param name="NodeId">The event in the model.</param>
/// <param name="AttachedTo">Number of the token that it belongs to; 0 where a token of its own number waits for it.</param>
public readonly record struct ArmedTimer(int TimerNo, string NodeId, int AttachedTo = 0);

/// <summary>Work that is open.</summary>
/// <param name="TaskNo">Its number, unique within the process.</param>
/// <param name="NodeId">The task in the model.</param>
/// <param name="IsService">Does another system do it?</param>
public readonly record struct OpenTask(int TaskNo, string NodeId, bool IsService = false);

/// <summary>Where a process stands. Immutable and small: a host keeps one per case.</summary>
public sealed class ProcessState : IEquatable<ProcessState>
{
    internal ProcessState(
        ProcessStatus status, string? processId, int lastNo, ImmutableArray<ProcessToken> tokens, ImmutableArray<ArmedTimer> timers, FeelContext variables, string? outcome)
    {
        Status = status;
        ProcessId = processId;
        LastNo = lastNo;
        Tokens = tokens;
        Timers = timers;
        Variables = variables;
        Outcome = outcome;
    }

    /// <summary>The state before anything has happened.</summary>
    public static ProcessState Empty { get; } = new(ProcessStatus.NotStarted, null, 0, [], [], FeelContext.Empty, null);

    /// <summary>Where it stands as a whole.</summary>
    public ProcessStatus Status { get; }

    /// <summary>The model's id.</summary>
    public string? ProcessId { get; }

    /// <summary>The highest number given to a task, timer, wait or subprocess.</summary>
    public int LastNo { get; }

    /// <summary>The places where it stands, in the order in which they came to be.</summary>
    public ImmutableArray<ProcessToken> Tokens { get; }

    /// <summary>The timers that run.</summary>
    public ImmutableArray<ArmedTimer> Timers { get; }

    /// <summary>The variables.</summary>
    public FeelContext Variables { get; }

    /// <summary>The end event that was reached, or the reason why it was cancelled.</summary>
    public string? Outcome { get; }

    /// <summary>Work that is open, of people and of other systems.</summary>
    public IReadOnlyList<OpenTask> OpenTasks
    {
        get
        {
            var open = new List<OpenTask>(Tokens.Length);
            foreach (var token in Tokens)
            {
                if (token.Kind is TokenKind.Task or TokenKind.Service)
                    open.Add(new OpenTask(token.No, token.NodeId, token.Kind == TokenKind.Service));
            }
            return open;
        }
    }

    /// <summary>The state as compact JSON; the same state always gives the same text.</summary>
    public string ToJson() => ProcessStateJson.Write(this);

    /// <summary>Writes what <see cref="ToJson"/> gives as one value into JSON of the host's.</summary>
    public void WriteTo(System.Text.Json.Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ProcessStateJson.Write(writer, this);
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote, by this or an earlier version.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is not such a text.</exception>
    public static ProcessState FromJson(string json) => ProcessStateJson.Read(json);

    /// <inheritdoc/>
    public bool Equals(ProcessState? other) =>
        other is not null && Status == other.Status && ProcessId == other.ProcessId && LastNo == other.LastNo && Outcome == other.Outcome
        && Tokens.AsSpan().SequenceEqual(other.Tokens.AsSpan()) && Timers.AsSpan().SequenceEqual(other.Timers.AsSpan()) && Variables.Equals(other.Variables);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ProcessState);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Status, LastNo, Tokens.Length, Timers.Length);

    internal ProcessToken? FindToken(int no)
    {
        foreach (var token in Tokens)
        {
            if (token.No == no)
                return token;
        }
        return null;
    }
}
