using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace MinhBach.Bpmn;

/// <summary>Why a task was cancelled.</summary>
public enum CancelCause
{
    /// <summary>A timer or message on its boundary interrupted it.</summary>
    Interrupted,

    /// <summary>It was returned or moved to another step.</summary>
    Moved,

    /// <summary>An end event ended what it belonged to.</summary>
    Terminated,

    /// <summary>An error was raised.</summary>
    Failed,

    /// <summary>The whole process was cancelled.</summary>
    ProcessCancelled,
}

/// <summary>
/// What happened in a process. Events in order are the whole truth: applied to the empty state they give the state.
/// They serialise to JSON and back with System.Text.Json.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(ProcessStarted), "started")]
[JsonDerivedType(typeof(VariablesSet), "variables")]
[JsonDerivedType(typeof(TaskOpened), "task-opened")]
[JsonDerivedType(typeof(TaskCompleted), "task-completed")]
[JsonDerivedType(typeof(TaskCancelled), "task-cancelled")]
[JsonDerivedType(typeof(ServiceCalled), "service-called")]
[JsonDerivedType(typeof(MessageSent), "message-sent")]
[JsonDerivedType(typeof(MessageAwaited), "message-awaited")]
[JsonDerivedType(typeof(MessageReceived), "message-received")]
[JsonDerivedType(typeof(EventsAwaited), "events-awaited")]
[JsonDerivedType(typeof(WaitEnded), "wait-ended")]
[JsonDerivedType(typeof(TimerArmed), "timer-armed")]
[JsonDerivedType(typeof(TimerFired), "timer-fired")]
[JsonDerivedType(typeof(TimerCancelled), "timer-cancelled")]
[JsonDerivedType(typeof(GatewayTaken), "gateway-taken")]
[JsonDerivedType(typeof(JoinReached), "join-reached")]
[JsonDerivedType(typeof(JoinPassed), "join-passed")]
[JsonDerivedType(typeof(SubprocessStarted), "subprocess-started")]
[JsonDerivedType(typeof(SubprocessEnded), "subprocess-ended")]
[JsonDerivedType(typeof(ErrorRaised), "error-raised")]
[JsonDerivedType(typeof(BranchEnded), "branch-ended")]
[JsonDerivedType(typeof(ProcessEnded), "ended")]
[JsonDerivedType(typeof(ProcessCancelled), "cancelled")]
public abstract record ProcessEvent;

/// <summary>The process began.</summary>
/// <param name="ProcessId">The model's id.</param>
public sealed record ProcessStarted(string ProcessId) : ProcessEvent;

/// <summary>Variables were set; others keep their values.</summary>
/// <param name="Variables">The ones set.</param>
public sealed record VariablesSet(FeelContext Variables) : ProcessEvent;

/// <summary>Work for a person.</summary>
/// <param name="TaskNo">Its number, unique within the process.</param>
/// <param name="NodeId">The task in the model.</param>
/// <param name="Scope">Number of the subprocess it runs in; 0 is the process itself.</param>
public sealed record TaskOpened(int TaskNo, string NodeId, int Scope = 0) : ProcessEvent;

/// <summary>A task of a person or a service was completed.</summary>
/// <param name="TaskNo">Its number.</param>
/// <param name="NodeId">The task in the model.</param>
public sealed record TaskCompleted(int TaskNo, string NodeId) : ProcessEvent;

/// <summary>A task of a person or a service will not be done.</summary>
/// <param name="TaskNo">Its number.</param>
/// <param name="NodeId">The task in the model.</param>
/// <param name="Why">Why.</param>
public sealed record TaskCancelled(int TaskNo, string NodeId, CancelCause Why) : ProcessEvent;

/// <summary>Work for another system; the host completes it with <see cref="CompleteTask"/>.</summary>
/// <param name="TaskNo">Its number.</param>
/// <param name="NodeId">The task in the model.</param>
/// <param name="Scope">Number of the subprocess it runs in.</param>
public sealed record ServiceCalled(int TaskNo, string NodeId, int Scope = 0) : ProcessEvent;

/// <summary>A message is to be sent; the flow has gone on.</summary>
/// <param name="NodeId">The task or event in the model.</param>
/// <param name="Name">The message's name, if it has one.</param>
public sealed record MessageSent(string NodeId, string? Name) : ProcessEvent;

/// <summary>The flow waits for a message.</summary>
/// <param name="WaitNo">Number of the wait.</param>
/// <param name="NodeId">The task or event in the model.</param>
/// <param name="Name">The message's name.</param>
/// <param name="Scope">Number of the subprocess it runs in.</param>
public sealed record MessageAwaited(int WaitNo, string NodeId, string Name, int Scope = 0) : ProcessEvent;

/// <summary>A message came.</summary>
/// <param name="WaitNo">Number of the wait, or of the activity on whose boundary it came.</param>
/// <param name="NodeId">The task or event in the model that took it.</param>
/// <param name="Name">The message's name.</param>
public sealed record MessageReceived(int WaitNo, string NodeId, string Name) : ProcessEvent;

/// <summary>An event-based gateway waits for whatever comes first.</summary>
/// <param name="WaitNo">Number of the wait.</param>
/// <param name="NodeId">The gateway in the model.</param>
/// <param name="Scope">Number of the subprocess it runs in.</param>
public sealed record EventsAwaited(int WaitNo, string NodeId, int Scope = 0) : ProcessEvent;

/// <summary>A wait is over: what it waited for came, or no longer matters.</summary>
/// <param name="WaitNo">Number of the wait.</param>
/// <param name="NodeId">Where it waited.</param>
public sealed record WaitEnded(int WaitNo, string NodeId) : ProcessEvent;

/// <summary>A timer runs; the host fires it when it is due.</summary>
/// <param name="TimerNo">Its number.</param>
/// <param name="NodeId">The event in the model.</param>
/// <param name="Spec">When it is due.</param>
/// <param name="AttachedTo">Number of the task, subprocess or wait that it belongs to; 0 where the flow itself waits for it.</param>
/// <param name="Scope">Number of the subprocess it runs in.</param>
public sealed record TimerArmed(int TimerNo, string NodeId, TimerSpec Spec, int AttachedTo = 0, int Scope = 0) : ProcessEvent;

/// <summary>A timer was due.</summary>
/// <param name="TimerNo">Its number.</param>
/// <param name="NodeId">The event in the model.</param>
public sealed record TimerFired(int TimerNo, string NodeId) : ProcessEvent;

/// <summary>A timer no longer matters.</summary>
/// <param name="TimerNo">Its number.</param>
/// <param name="NodeId">The event in the model.</param>
public sealed record TimerCancelled(int TimerNo, string NodeId) : ProcessEvent;

/// <summary>A choice was made.</summary>
/// <param name="NodeId">The gateway, or the activity with conditions on its flows.</param>
/// <param name="FlowId">The way taken.</param>
public sealed record GatewayTaken(string NodeId, string FlowId) : ProcessEvent;

/// <summary>A branch waits at a join for the others.</summary>
/// <param name="WaitNo">Number of the wait.</param>
/// <param name="NodeId">The join.</param>
/// <param name="FlowId">The way it came.</param>
/// <param name="Scope">Number of the subprocess it runs in.</param>
public sealed record JoinReached(int WaitNo, string NodeId, string FlowId, int Scope = 0) : ProcessEvent;

/// <summary>The branches that a join waited for have come.</summary>
/// <param name="NodeId">The join.</param>
/// <param name="WaitNos">The waits that are over.</param>
public sealed record JoinPassed(string NodeId, ImmutableArray<int> WaitNos) : ProcessEvent
{
    /// <inheritdoc/>
    public bool Equals(JoinPassed? other) => other is not null && NodeId == other.NodeId && WaitNos.AsSpan().SequenceEqual(other.WaitNos.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(NodeId, WaitNos.Length);
}

/// <summary>A subprocess began.</summary>
/// <param name="ScopeNo">Its number.</param>
/// <param name="NodeId">The subprocess in the model.</param>
/// <param name="Scope">Number of the subprocess that it runs in itself.</param>
public sealed record SubprocessStarted(int ScopeNo, string NodeId, int Scope = 0) : ProcessEvent;

/// <summary>A subprocess ended, or was ended from outside.</summary>
/// <param name="ScopeNo">Its number.</param>
/// <param name="NodeId">The subprocess in the model.</param>
public sealed record SubprocessEnded(int ScopeNo, string NodeId) : ProcessEvent;

/// <summary>An error end was reached.</summary>
/// <param name="NodeId">The end event.</param>
/// <param name="Code">The error's code; empty where it has none.</param>
/// <param name="CaughtBy">The boundary event that catches it; null where it ends the process.</param>
public sealed record ErrorRaised(string NodeId, string Code, string? CaughtBy) : ProcessEvent;

/// <summary>A branch came to its end while others go on.</summary>
/// <param name="NodeId">Where it ended.</param>
public sealed record BranchEnded(string NodeId) : ProcessEvent;

/// <summary>The process came to its end.</summary>
/// <param name="EndNodeId">Where.</param>
public sealed record ProcessEnded(string EndNodeId) : ProcessEvent;

/// <summary>The process was stopped.</summary>
/// <param name="Reason">Why.</param>
public sealed record ProcessCancelled(string Reason) : ProcessEvent;
