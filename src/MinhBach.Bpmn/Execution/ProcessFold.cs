using System.Collections.Immutable;

namespace MinhBach.Bpmn;

/// <summary>What each event does to the state.</summary>
internal static class ProcessFold
{
    public static ProcessState Apply(ProcessState state, ProcessEvent processEvent) => processEvent switch
    {
        TaskCompleted e => Without(state, e.TaskNo),
        TaskOpened e => With(state, new ProcessToken(e.TaskNo, e.NodeId, TokenKind.Task, e.Scope)),
        GatewayTaken or BranchEnded or MessageSent or MessageReceived or ErrorRaised => state,
        VariablesSet e => Make(state, state.LastNo, state.Tokens, state.Timers, state.Variables.With(e.Variables)),
        TaskCancelled e => Without(state, e.TaskNo),
        ServiceCalled e => With(state, new ProcessToken(e.TaskNo, e.NodeId, TokenKind.Service, e.Scope)),
        MessageAwaited e => With(state, new ProcessToken(e.WaitNo, e.NodeId, TokenKind.Wait, e.Scope)),
        EventsAwaited e => With(state, new ProcessToken(e.WaitNo, e.NodeId, TokenKind.Wait, e.Scope)),
        WaitEnded e => Without(state, e.WaitNo),
        JoinReached e => With(state, new ProcessToken(e.WaitNo, e.NodeId, TokenKind.Join, e.Scope, e.FlowId)),
        JoinPassed e => Make(state, state.LastNo, state.Tokens.RemoveAll(token => e.WaitNos.Contains(token.No)), state.Timers, state.Variables),
        SubprocessStarted e => With(state, new ProcessToken(e.ScopeNo, e.NodeId, TokenKind.Subprocess, e.Scope)),
        SubprocessEnded e => Without(state, e.ScopeNo),
        TimerArmed e => Arm(state, e),
        TimerFired e => Disarm(state, e.TimerNo),
        TimerCancelled e => Disarm(state, e.TimerNo),
        ProcessStarted e => new ProcessState(ProcessStatus.Running, e.ProcessId, 0, [], [], FeelContext.Empty, null),
        ProcessEnded e => new ProcessState(ProcessStatus.Ended, state.ProcessId, state.LastNo, [], [], state.Variables, e.EndNodeId),
        ProcessCancelled e => new ProcessState(ProcessStatus.Cancelled, state.ProcessId, state.LastNo, [], [], state.Variables, e.Reason),
        _ => throw new ArgumentException($"{processEvent.GetType().Name} is no event of a process.", nameof(processEvent)),
    };

    private static ProcessState With(ProcessState state, ProcessToken token) =>
        Make(state, Math.Max(state.LastNo, token.No), state.Tokens.Add(token), state.Timers, state.Variables);

    private static ProcessState Without(ProcessState state, int no) =>
        Make(state, state.LastNo, Remove(state.Tokens, no), state.Timers, state.Variables);

    private static ProcessState Arm(ProcessState state, TimerArmed armed)
    {
        var tokens = armed.AttachedTo == 0 ? state.Tokens.Add(new ProcessToken(armed.TimerNo, armed.NodeId, TokenKind.Wait, armed.Scope)) : state.Tokens;
        var timers = state.Timers.Add(new ArmedTimer(armed.TimerNo, armed.NodeId, armed.AttachedTo));
        return Make(state, Math.Max(state.LastNo, armed.TimerNo), tokens, timers, state.Variables);
    }

    private static ProcessState Disarm(ProcessState state, int no)
    {
        var timers = state.Timers;
        for (var i = 0; i < timers.Length; i++)
        {
            if (timers[i].TimerNo == no)
                timers = timers.RemoveAt(i);
        }
        return Make(state, state.LastNo, Remove(state.Tokens, no), timers, state.Variables);
    }

    private static ImmutableArray<ProcessToken> Remove(ImmutableArray<ProcessToken> tokens, int no)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].No == no)
                return tokens.RemoveAt(i);
        }
        return tokens;
    }

    private static ProcessState Make(ProcessState state, int lastNo, ImmutableArray<ProcessToken> tokens, ImmutableArray<ArmedTimer> timers, FeelContext variables) =>
        new(state.Status, state.ProcessId, lastNo, tokens, timers, variables, state.Outcome);
}
