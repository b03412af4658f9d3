using System.Collections.Immutable;

namespace MinhBach.Bpmn;

/// <summary>What happens when a token comes to a node, and when it leaves.</summary>
internal sealed partial class ProcessRun
{
    private void Enter(ProcessNode node, ProcessFlow? via, int scope)
    {
        switch (node.Kind)
        {
            case NodeKind.UserTask or NodeKind.ManualTask:
                Emit(new TaskOpened(NextNo(), node.Id, scope));
                ArmBoundary(node, state.LastNo, scope);
                break;
            case NodeKind.ServiceTask:
                Emit(new ServiceCalled(NextNo(), node.Id, scope));
                ArmBoundary(node, state.LastNo, scope);
                break;
            case NodeKind.SendTask or NodeKind.MessageThrowEvent:
                Emit(new MessageSent(node.Id, node.Message));
                Leave(node, scope);
                break;
            case NodeKind.ReceiveTask or NodeKind.MessageCatchEvent:
                Emit(new MessageAwaited(NextNo(), node.Id, node.Message!, scope));
                ArmBoundary(node, state.LastNo, scope);
                break;
            case NodeKind.TimerCatchEvent:
                Arm(node, 0, scope);
                break;
            case NodeKind.StartEvent or NodeKind.ThrowEvent or NodeKind.TimerBoundaryEvent or NodeKind.MessageBoundaryEvent or NodeKind.ErrorBoundaryEvent:
                Leave(node, scope);
                break;
            case NodeKind.ExclusiveGateway:
                Choose(node, scope);
                break;
            case NodeKind.ParallelGateway:
                Join(node, via, scope);
                break;
            case NodeKind.InclusiveGateway:
                if (node.Join is null || via is null)
                    Split(node, scope);
                else
                    Emit(new JoinReached(NextNo(), node.Id, via.Id, scope));
                break;
            case NodeKind.EventGateway:
                Emit(new EventsAwaited(NextNo(), node.Id, scope));
                var waitNo = state.LastNo;
                foreach (var flow in node.Out)
                {
                    if (flow.Target.Kind == NodeKind.TimerCatchEvent)
                        Arm(flow.Target, waitNo, scope);
                }
                break;
            case NodeKind.SubProcess:
                Emit(new SubprocessStarted(NextNo(), node.Id, scope));
                var inside = state.LastNo;
                ArmBoundary(node, inside, scope);
                moves.Enqueue(new Move(node.Start!, null, inside));
                break;
            case NodeKind.EndEvent:
                End(node, scope);
                break;
            case NodeKind.MessageEndEvent:
                Emit(new MessageSent(node.Id, node.Message));
                End(node, scope);
                break;
            case NodeKind.TerminateEndEvent:
                CancelScope(scope, CancelCause.Terminated);
                End(node, scope);
                break;
            case NodeKind.ErrorEndEvent:
                Raise(node, scope);
                break;
        }
    }

    private void Leave(ProcessNode node, int scope)
    {
        if (node.Out.Length == 0)
            End(node, scope);
        else if (node.Out.Length == 1 && node.Out[0].Condition is null)
            moves.Enqueue(new Move(node.Out[0].Target, node.Out[0], scope));
        else
            Split(node, scope);
    }

    private void Choose(ProcessNode node, int scope)
    {
        if (node.Out.Length < 2)
        {
            Leave(node, scope);
            return;
        }
        var taken = node.Default;
        foreach (var flow in node.Out)
        {
            if (flow.Condition is { } condition && flow != node.Default && condition.Evaluate(state.Variables, now).IsTrue)
            {
                taken = flow;
                break;
            }
        }
        Take(node, taken ?? throw NoWayOut(node), scope);
    }

    // All ways whose condition holds, and those without one; the default where none is left.
    private void Split(ProcessNode node, int scope)
    {
        if (node.Out.Length == 0)
        {
            End(node, scope);
            return;
        }
        var taken = 0;
        foreach (var flow in node.Out)
        {
            if (flow == node.Default || (flow.Condition is { } condition && !condition.Evaluate(state.Variables, now).IsTrue))
                continue;
            taken++;
            if (flow.Condition is null)
                moves.Enqueue(new Move(flow.Target, flow, scope));
            else
                Take(node, flow, scope);
        }
        if (taken == 0)
            Take(node, node.Default ?? throw NoWayOut(node), scope);
    }

    private void Take(ProcessNode node, ProcessFlow flow, int scope)
    {
        Emit(new GatewayTaken(node.Id, flow.Id));
        moves.Enqueue(new Move(flow.Target, flow, scope));
    }

    private static ProcessCommandException NoWayOut(ProcessNode node) =>
        new("no-way-out", $"No condition of {node.Name} ({node.Id}) holds, and it has no default.");

    private void Join(ProcessNode node, ProcessFlow? via, int scope)
    {
        if (node.In.Length < 2 || via is null)
        {
            Fork(node, scope);
            return;
        }
        var arrived = ImmutableArray.CreateBuilder<int>();
        foreach (var flow in node.In)
        {
            if (flow == via)
                continue;
            if (FindArrival(node, flow, scope) is not { } token)
            {
                Emit(new JoinReached(NextNo(), node.Id, via.Id, scope));
                return;
            }
            arrived.Add(token.No);
        }
        Emit(new JoinPassed(node.Id, arrived.ToImmutable()));
        Fork(node, scope);
    }

    private void Fork(ProcessNode node, int scope)
    {
        if (node.Out.Length == 0)
            End(node, scope);
        foreach (var flow in node.Out)
            moves.Enqueue(new Move(flow.Target, flow, scope));
    }

    private ProcessToken? FindArrival(ProcessNode join, ProcessFlow flow, int scope)
    {
        foreach (var token in state.Tokens)
        {
            if (token.Kind == TokenKind.Join && token.Scope == scope && token.FlowId == flow.Id && token.NodeId == join.Id)
                return token;
        }
        return null;
    }

    // An inclusive join passes once no token can come along a way that is still empty (BPMN 2.0, 13.4.3).
    private bool PassInclusiveJoin()
    {
        if (model.InclusiveJoins.Length == 0)
            return false;
        foreach (var waiting in state.Tokens)
        {
            if (waiting.Kind != TokenKind.Join || NodeOf(waiting.NodeId) is not { Join: { } join } node || MayStillCome(node, join, waiting.Scope))
                continue;
            var arrived = ImmutableArray.CreateBuilder<int>();
            foreach (var flow in node.In)
            {
                if (FindArrival(node, flow, waiting.Scope) is { } token)
                    arrived.Add(token.No);
            }
            Emit(new JoinPassed(node.Id, arrived.ToImmutable()));
            Split(node, waiting.Scope);
            return true;
        }
        return false;
    }

    private bool MayStillCome(ProcessNode node, InclusiveJoin join, int scope)
    {
        foreach (var token in state.Tokens)
        {
            if (token.Scope != scope || token.NodeId == node.Id)
                continue;
            var from = NodeOf(token.NodeId);
            var (toEmpty, toFilled) = (false, false);
            foreach (var flow in node.In)
            {
                if (!join.CanArrive(flow.Id, from))
                    continue;
                if (FindArrival(node, flow, scope) is null)
                    toEmpty = true;
                else
                    toFilled = true;
            }
            if (toEmpty && !toFilled)
                return true;
        }
        return false;
    }
}
