namespace MinhBach.Bpmn;

/// <summary>How branches, subprocesses and the process end, and what is cancelled with them.</summary>
internal sealed partial class ProcessRun
{
    private void End(ProcessNode node, int scope)
    {
        if (IsBusy(scope))
            Emit(new BranchEnded(node.Id));
        else if (scope == 0)
            Emit(new ProcessEnded(node.Id));
        else
        {
            var subprocess = state.FindToken(scope)!.Value;
            CancelTimersOf(scope);
            Emit(new SubprocessEnded(scope, subprocess.NodeId));
            Leave(NodeOf(subprocess.NodeId), subprocess.Scope);
        }
    }

    private bool IsBusy(int scope)
    {
        foreach (var token in state.Tokens)
        {
            if (token.Scope == scope)
                return true;
        }
        foreach (var move in moves)
        {
            if (move.Scope == scope)
                return true;
        }
        return false;
    }

    private void Raise(ProcessNode end, int scope)
    {
        for (var inner = scope; inner != 0;)
        {
            var subprocess = state.FindToken(inner)!.Value;
            if (FindCatcher(NodeOf(subprocess.NodeId), end.ErrorCode!) is { } catcher)
            {
                Emit(new ErrorRaised(end.Id, end.ErrorCode!, catcher.Id));
                CancelToken(subprocess, CancelCause.Failed);
                Leave(catcher, subprocess.Scope);
                return;
            }
            inner = subprocess.Scope;
        }
        Emit(new ErrorRaised(end.Id, end.ErrorCode!, null));
        CancelScope(0, CancelCause.Failed);
        Emit(new ProcessEnded(end.Id));
    }

    // The one that names the error before the one that catches all.
    private static ProcessNode? FindCatcher(ProcessNode subprocess, string code)
    {
        ProcessNode? any = null;
        foreach (var boundary in subprocess.Boundary)
        {
            if (boundary.Kind != NodeKind.ErrorBoundaryEvent)
                continue;
            if (boundary.ErrorCode == code)
                return boundary;
            if (boundary.ErrorCode is null)
                any ??= boundary;
        }
        return any;
    }

    private void CancelScope(int scope, CancelCause why)
    {
        DropMoves(scope);
        foreach (var token in state.Tokens)
        {
            if (token.Scope == scope)
                CancelToken(token, why);
        }
    }

    private void CancelToken(ProcessToken token, CancelCause why)
    {
        CancelTimersOf(token.No);
        switch (token.Kind)
        {
            case TokenKind.Task or TokenKind.Service:
                Emit(new TaskCancelled(token.No, token.NodeId, why));
                break;
            case TokenKind.Subprocess:
                CancelScope(token.No, why);
                Emit(new SubprocessEnded(token.No, token.NodeId));
                break;
            case TokenKind.Wait when HasTimer(token.No):
                Emit(new TimerCancelled(token.No, token.NodeId));
                break;
            case TokenKind.Wait or TokenKind.Join:
                Emit(new WaitEnded(token.No, token.NodeId));
                break;
        }
    }

    private bool HasTimer(int no)
    {
        foreach (var timer in state.Timers)
        {
            if (timer.TimerNo == no)
                return true;
        }
        return false;
    }

    private void DropMoves(int scope)
    {
        for (var left = moves.Count; left > 0; left--)
        {
            var move = moves.Dequeue();
            if (move.Scope != scope)
                moves.Enqueue(move);
        }
    }

    private void ArmBoundary(ProcessNode node, int tokenNo, int scope)
    {
        foreach (var boundary in node.Boundary)
        {
            if (boundary.Kind == NodeKind.TimerBoundaryEvent)
                Arm(boundary, tokenNo, scope);
        }
    }

    private void Arm(ProcessNode node, int attachedTo, int scope)
    {
        var spec = node.Timer!;
        if (spec.Computed is { } computed)
        {
            var value = computed.Evaluate(state.Variables, now);
            var fits = spec.Kind == TimerKind.Duration ? value.Kind is FeelKind.Duration or FeelKind.Months : value.Kind is FeelKind.Date or FeelKind.DateTime;
            if (!fits)
                throw new ProcessCommandException("timer-without-value", $"The time of {node.Name} ({node.Id}), {spec.Text}, has no value now.");
            spec = new TimerSpec(spec.Kind, value.ToString());
        }
        Emit(new TimerArmed(NextNo(), node.Id, spec, attachedTo, scope));
    }

    private void CancelTimersOf(int tokenNo)
    {
        foreach (var timer in state.Timers)
        {
            if (timer.AttachedTo == tokenNo)
                Emit(new TimerCancelled(timer.TimerNo, timer.NodeId));
        }
    }
}
