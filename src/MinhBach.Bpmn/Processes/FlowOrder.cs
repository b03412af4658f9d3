namespace MinhBach.Bpmn;

/// <summary>Nodes in the order in which a reader of the diagram comes to them: a reverse postorder, loops left aside.</summary>
internal static class FlowOrder
{
    public static List<ProcessNode> Of(IReadOnlyList<ProcessNode> nodes, ProcessNode start)
    {
        var seen = new bool[nodes.Count];
        var finished = new List<ProcessNode>(nodes.Count);
        var open = new Stack<(ProcessNode Node, int Next)>();
        Enter(start);
        while (open.Count > 0)
        {
            var (node, next) = open.Pop();
            var successors = Successors(node);
            if (next == successors.Count)
            {
                finished.Add(node);
                continue;
            }
            open.Push((node, next + 1));
            Enter(successors[next]);
        }
        finished.Reverse();
        return finished;

        void Enter(ProcessNode node)
        {
            if (seen[node.Index])
                return;
            seen[node.Index] = true;
            open.Push((node, 0));
        }
    }

    // The last is walked first and so stands last: branches keep the order of the file, a subprocess's inside comes before what follows it.
    internal static List<ProcessNode> Successors(ProcessNode node)
    {
        var successors = new List<ProcessNode>();
        for (var i = node.Out.Length - 1; i >= 0; i--)
            successors.Add(node.Out[i].Target);
        foreach (var boundary in node.Boundary)
            successors.Add(boundary);
        if (node.Start is { } inside)
            successors.Add(inside);
        return successors;
    }
}
