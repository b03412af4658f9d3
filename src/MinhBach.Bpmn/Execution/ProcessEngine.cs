using System.Collections.Immutable;
using NodaTime;

namespace MinhBach.Bpmn;

/// <summary>
/// Runs processes. Pure and deterministic: the same model, state, command and moment always give the same events,
/// and the events give the same state. Thread-safe.
/// </summary>
public static class ProcessEngine
{
    /// <summary>What a command brings about.</summary>
    /// <param name="model">The process.</param>
    /// <param name="state">Where it stands; <see cref="ProcessState.Empty"/> before it starts.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">What the name <c>now</c> means in conditions.</param>
    /// <exception cref="ProcessCommandException">It cannot be followed as the process stands.</exception>
    public static IReadOnlyList<ProcessEvent> Decide(ProcessModel model, ProcessState state, ProcessCommand command, Instant now) =>
        Advance(model, state, command, now).Events;

    /// <summary>What a command brings about, and the state after it: saves applying the events once more.</summary>
    /// <param name="model">The process.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">What the name <c>now</c> means in conditions.</param>
    /// <exception cref="ProcessCommandException">It cannot be followed as the process stands.</exception>
    public static (IReadOnlyList<ProcessEvent> Events, ProcessState State) Advance(ProcessModel model, ProcessState state, ProcessCommand command, Instant now)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(command);
        var run = new ProcessRun(model, state, now);
        run.Follow(command);
        return (run.Events, run.State);
    }

    /// <summary>The state after an event.</summary>
    /// <exception cref="ArgumentException">The event is the start of another process.</exception>
    public static ProcessState Apply(ProcessModel model, ProcessState state, ProcessEvent processEvent)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(processEvent);
        if (processEvent is ProcessStarted started && started.ProcessId != model.Id)
            throw new ArgumentException($"The event starts {started.ProcessId}, not {model.Id}.", nameof(processEvent));
        return ProcessFold.Apply(state, processEvent);
    }

    /// <summary>The state after many events.</summary>
    public static ProcessState Replay(ProcessModel model, IEnumerable<ProcessEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var state = ProcessState.Empty;
        foreach (var processEvent in events)
            state = Apply(model, state, processEvent);
        return state;
    }

    /// <summary>The names of the messages that would be taken now, each once.</summary>
    public static ImmutableArray<string> AwaitedMessages(ProcessModel model, ProcessState state)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(state);
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var (_, _, node) in MessageCatchers.Of(model, state))
        {
            if (!names.Contains(node.Message!))
                names.Add(node.Message!);
        }
        return names.ToImmutable();
    }
}
