using NodaTime;

namespace MinhBach.Bpmn;

/// <summary>One command being followed: tokens move until every one of them waits.</summary>
internal sealed partial class ProcessRun(ProcessModel model, ProcessState state, Instant now)
{
    // More moves than any process makes between two waits; loops without work are refused when a process is compiled.
    private const int MostMoves = 10_000;

    private readonly List<ProcessEvent> events = new(4);
    private readonly Queue<Move> moves = new(2);
    private ProcessState state = state;

    private readonly record struct Move(ProcessNode To, ProcessFlow? Via, int Scope);

    public IReadOnlyList<ProcessEvent> Events => events;

    public ProcessState State => state;

    public void Follow(ProcessCommand command)
    {
        if (command is StartProcess start)
            Start(start);
        else
            RequireRunning();
        switch (command)
        {
            case CompleteTask complete: Complete(complete); break;
            case FireTimer fire: Fire(fire.TimerNo); break;
            case ReceiveMessage message: Receive(message); break;
            case JumpTo jump: Jump(jump); break;
            case CancelProcess cancel: Cancel(cancel.Reason); break;
        }
        Settle();
    }

    private void Start(StartProcess start)
    {
        if (state.Status != ProcessStatus.NotStarted)
            throw new ProcessCommandException("already-started", "The process has already started.");
        Emit(new ProcessStarted(model.Id));
        Set(start.Variables);
        moves.Enqueue(new Move(model.Start, null, 0));
    }

    private void RequireRunning()
    {
        if (state.Status == ProcessStatus.NotStarted)
            throw new ProcessCommandException("not-started", "The process has not started.");
        if (state.Status != ProcessStatus.Running)
            throw new ProcessCommandException("ended", "The process has ended.");
    }

    private void Complete(CompleteTask complete)
    {
        var token = FindTask(complete.TaskNo);
        Set(complete.Variables);
        Emit(new TaskCompleted(token.No, token.NodeId));
        CancelTimersOf(token.No);
        Leave(NodeOf(token.NodeId), token.Scope);
    }

    private ProcessToken FindTask(int taskNo) =>
        state.FindToken(taskNo) is { Kind: TokenKind.Task or TokenKind.Service } token
            ? token
            : throw new ProcessCommandException("unknown-task", $"No task {taskNo} is open.");

    private void Fire(int timerNo)
    {
        ArmedTimer? found = null;
        foreach (var timer in state.Timers)
        {
            if (timer.TimerNo == timerNo)
                found = timer;
        }
        if (found is not { } armed)
            throw new ProcessCommandException("unknown-timer", $"No timer {timerNo} runs.");
        var node = NodeOf(armed.NodeId);
        var token = state.FindToken(armed.AttachedTo == 0 ? timerNo : armed.AttachedTo)!.Value;
        Emit(new TimerFired(timerNo, armed.NodeId));
        if (node.Kind == NodeKind.TimerBoundaryEvent)
            PassBoundary(node, token);
        else if (armed.AttachedTo != 0)
            PassFirst(node, token);
        else
            Leave(node, token.Scope);
    }

    private void Receive(ReceiveMessage message)
    {
        foreach (var (kind, token, node) in MessageCatchers.Of(model, state))
        {
            if (node.Message != message.Name)
                continue;
            Set(message.Variables);
            Emit(new MessageReceived(token.No, node.Id, message.Name));
            switch (kind)
            {
                case CatchKind.Boundary: PassBoundary(node, token); break;
                case CatchKind.FirstOfSeveral: PassFirst(node, token); break;
                case CatchKind.Wait:
                    CancelTimersOf(token.No);
                    Emit(new WaitEnded(token.No, token.NodeId));
                    Leave(node, token.Scope);
                    break;
            }
            return;
        }
        throw new ProcessCommandException("message-not-awaited", $"Nothing waits for the message {message.Name}.");
    }

    private void PassBoundary(ProcessNode boundary, ProcessToken activity)
    {
        if (boundary.IsInterrupting)
            CancelToken(activity, CancelCause.Interrupted);
        Leave(boundary, activity.Scope);
    }

    private void PassFirst(ProcessNode node, ProcessToken gateway)
    {
        CancelTimersOf(gateway.No);
        Emit(new WaitEnded(gateway.No, gateway.NodeId));
        Leave(node, gateway.Scope);
    }

    private void Jump(JumpTo jump)
    {
        var token = FindTask(jump.TaskNo);
        var target = model.FindNode(jump.NodeId) ?? throw new ProcessCommandException("unknown-node", $"The process has no node {jump.NodeId}.");
        if (target.Parent != NodeOf(token.NodeId).Parent || target.AttachedTo is not null)
            throw new ProcessCommandException("not-on-this-level", $"The task {token.NodeId} cannot be moved to {target.Id}: it lies on another level.");
        CancelToken(token, CancelCause.Moved);
        if (jump.CancelOthers)
            CancelScope(token.Scope, CancelCause.Moved);
        moves.Enqueue(new Move(target, null, token.Scope));
    }

    private void Cancel(string reason)
    {
        CancelScope(0, CancelCause.ProcessCancelled);
        Emit(new ProcessCancelled(reason));
    }

    private void Settle()
    {
        var made = 0;
        do
        {
            while (moves.TryDequeue(out var move))
            {
                if (++made > MostMoves)
                    throw new ProcessCommandException("endless-loop", "The process goes round without anything to wait for.");
                Enter(move.To, move.Via, move.Scope);
            }
        }
        while (state.Status == ProcessStatus.Running && PassInclusiveJoin());
        if (state.Status == ProcessStatus.Running && IsStuck())
            throw new ProcessCommandException("would-wait-forever", "After this nothing would be left but joins that wait for branches which never come.");
    }

    private bool IsStuck()
    {
        foreach (var token in state.Tokens)
        {
            if (token.Kind is not (TokenKind.Join or TokenKind.Subprocess))
                return false;
        }
        return true;
    }

    private void Set(FeelContext? variables)
    {
        if (variables is { Count: > 0 })
            Emit(new VariablesSet(variables));
    }

    private void Emit(ProcessEvent processEvent)
    {
        events.Add(processEvent);
        state = ProcessFold.Apply(state, processEvent);
    }

    private ProcessNode NodeOf(string id) =>
        model.FindNode(id) ?? throw new ProcessCommandException("unknown-node", $"The process has no node {id}.");

    private int NextNo() => state.LastNo + 1;
}
