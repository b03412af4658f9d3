using System.Xml.Linq;

namespace MinhBach.Bpmn;

/// <summary>Looks at a whole process for what would go wrong while it runs.</summary>
internal sealed class StructureCheck(
    IReadOnlyList<ProcessNode> nodes, ProcessNode start, IReadOnlyDictionary<string, XElement> elements, ProcessCompiler compiler)
{
    public void Run()
    {
        Unreachable();
        foreach (var node in nodes)
        {
            Choices(node);
            Ends(node);
            Joins(node);
        }
        LoopsWithoutWork();
    }

    private void Unreachable()
    {
        var reached = FlowOrder.Of(nodes, start).ToHashSet();
        foreach (var node in nodes)
        {
            if (!reached.Contains(node))
                compiler.Warn(elements[node.Id], "unreachable", "No flow leads here from the start.");
        }
    }

    private void Choices(ProcessNode node)
    {
        if (node.Kind is not (NodeKind.ExclusiveGateway or NodeKind.InclusiveGateway) || node.Out.Length < 2)
            return;
        foreach (var flow in node.Out)
        {
            if (flow.Condition is null && flow != node.Default)
                compiler.Error(elements[node.Id], "condition-missing", $"The way {flow.Name ?? flow.Id} has no condition and is not the default: nothing decides when it is taken.");
        }
        if (node.Default is null)
            compiler.Warn(elements[node.Id], "no-default", "No way is the default: where no condition holds, the step before cannot be completed.");
    }

    private void Ends(ProcessNode node)
    {
        var element = elements[node.Id];
        if (node.Kind is NodeKind.EndEvent or NodeKind.MessageEndEvent or NodeKind.TerminateEndEvent or NodeKind.ErrorEndEvent && node.Out.Length > 0)
            compiler.Error(element, "end-goes-on", "A flow leads out of an end event.");
        if (node.Kind == NodeKind.StartEvent && node.In.Length > 0)
            compiler.Error(element, "start-comes-from", "A flow leads into a start event.");
        if (node.AttachedTo is not null && node.In.Length > 0)
            compiler.Error(element, "boundary-comes-from", "A flow leads into a boundary event.");
        if (node.Kind == NodeKind.EventGateway)
            EventGateway(node, element);
        if (node.Kind == NodeKind.ErrorEndEvent && !IsCaught(node))
            compiler.Warn(element, "error-not-caught", "No boundary event catches this error: it ends the whole process.");
        if (node.Out.Length == 0 && node.Kind is NodeKind.ExclusiveGateway or NodeKind.ParallelGateway or NodeKind.InclusiveGateway)
            compiler.Warn(element, "gateway-ends", "No flow leads out of the gateway.");
    }

    private void EventGateway(ProcessNode node, XElement element)
    {
        if (node.Out.Length == 0)
            compiler.Error(element, "gateway-ends", "No flow leads out of the gateway.");
        foreach (var flow in node.Out)
        {
            if (flow.Target.Kind is not (NodeKind.TimerCatchEvent or NodeKind.MessageCatchEvent or NodeKind.ReceiveTask))
                compiler.Error(element, "gateway-waits-for", $"An event-based gateway leads to {flow.Target.Id}, which is no event to wait for.");
        }
    }

    private static bool IsCaught(ProcessNode end)
    {
        for (var scope = end.Parent; scope is not null; scope = scope.Parent)
        {
            if (Array.Exists(scope.Boundary, boundary => boundary.Kind == NodeKind.ErrorBoundaryEvent && (boundary.ErrorCode is null || boundary.ErrorCode == end.ErrorCode)))
                return true;
        }
        return false;
    }

    // Two ways of one choice that meet in a parallel join: the other never comes.
    private void Joins(ProcessNode join)
    {
        if (join.Kind != NodeKind.ParallelGateway || join.In.Length < 2)
            return;
        var choices = new HashSet<ProcessNode>();
        foreach (var flow in join.In)
        {
            var source = flow.Source;
            var steps = 0;
            while (!IsChoice(source) && source.In.Length == 1 && source.Out.Length == 1 && steps++ < nodes.Count)
                source = source.In[0].Source;
            if (IsChoice(source) && !choices.Add(source))
                compiler.Warn(elements[join.Id], "join-waits-forever", $"The join waits for several ways of the choice {source.Id}, of which only one is taken.");
        }
    }

    private static bool IsChoice(ProcessNode node) => node.Kind is NodeKind.ExclusiveGateway or NodeKind.EventGateway && node.Out.Length > 1;

    // A loop in which nobody works and nothing waits would run without end within one command.
    private void LoopsWithoutWork()
    {
        var state = new byte[nodes.Count];
        foreach (var node in nodes)
        {
            if (!Waits(node) && state[node.Index] == 0)
                Walk(node, state);
        }
    }

    private void Walk(ProcessNode from, byte[] state)
    {
        var open = new Stack<(ProcessNode Node, int Next)>();
        open.Push((from, 0));
        state[from.Index] = 1;
        while (open.TryPop(out var top))
        {
            if (top.Next == top.Node.Out.Length)
            {
                state[top.Node.Index] = 2;
                continue;
            }
            open.Push((top.Node, top.Next + 1));
            var next = top.Node.Out[top.Next].Target;
            if (Waits(next) || state[next.Index] == 2)
                continue;
            if (state[next.Index] == 1)
            {
                compiler.Error(elements[next.Id], "loop-without-work", "A loop leads through here in which no step, timer or message waits: it would never stop.");
                state[next.Index] = 2;
                continue;
            }
            state[next.Index] = 1;
            open.Push((next, 0));
        }
    }

    private static bool Waits(ProcessNode node) => node.Kind
        is NodeKind.UserTask or NodeKind.ManualTask or NodeKind.ServiceTask or NodeKind.ReceiveTask or NodeKind.EventGateway
        or NodeKind.TimerCatchEvent or NodeKind.MessageCatchEvent or NodeKind.SubProcess;
}
