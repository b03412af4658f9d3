using System.Collections;

namespace MinhBach.Bpmn;

/// <summary>
/// For each flow into an inclusive gateway, the nodes from which a token can still come along it without passing the gateway
/// (BPMN 2.0, 13.4.3).
/// </summary>
internal sealed class InclusiveJoin
{
    private readonly Dictionary<string, BitArray> reach = new(StringComparer.Ordinal);

    public InclusiveJoin(ProcessNode gateway, int nodes)
    {
        foreach (var flow in gateway.In)
            reach[flow.Id] = Before(flow, gateway, nodes);
    }

    public bool CanArrive(string flowId, ProcessNode from) => reach[flowId][from.Index];

    private static BitArray Before(ProcessFlow flow, ProcessNode gateway, int nodes)
    {
        var found = new BitArray(nodes);
        var open = new Stack<ProcessNode>();
        open.Push(flow.Source);
        while (open.TryPop(out var node))
        {
            if (node == gateway || found[node.Index])
                continue;
            found[node.Index] = true;
            foreach (var incoming in node.In)
                open.Push(incoming.Source);
            if (node.AttachedTo is { } activity)
                open.Push(activity);
        }
        return found;
    }
}
