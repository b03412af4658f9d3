namespace MinhBach.ProcessMining;

/// <summary>The nodes and flows of a model between one begin and one end, subprocesses laid open.</summary>
internal sealed class FlowNet
{
    public FlowNet()
    {
        Begin = Add(new FlowNode(null, FlowNodeKind.Choice));
        Finish = Add(new FlowNode(null, FlowNodeKind.Choice));
    }

    public List<FlowNode> Nodes { get; } = [];

    public FlowNode Begin { get; private set; }

    public FlowNode Finish { get; private set; }

    public FlowNode Add(FlowNode node)
    {
        Nodes.Add(node);
        return node;
    }

    /// <summary>Brings every node into a form that the net has: a step has one way in, an inclusive gateway splits or joins, choices that are always passed through are gone.</summary>
    public void Normalize()
    {
        foreach (var node in Nodes.ToList())
        {
            if (node.Kind is FlowNodeKind.Step && node.Activity is null && node.Out.Count == 1)
                node.Kind = FlowNodeKind.Choice;
            if (node.Kind is FlowNodeKind.Step && node.In.Count > 1)
                Put(FlowNodeKind.Choice, before: node);
            if (node.Kind is FlowNodeKind.Parallel or FlowNodeKind.Inclusive && node.In.Count <= 1 && node.Out.Count <= 1)
                node.Kind = FlowNodeKind.Choice;
            if (node.Kind is FlowNodeKind.Inclusive && node.In.Count > 1 && node.Out.Count > 1)
                Put(FlowNodeKind.Inclusive, before: node);
        }
        while (Nodes.SelectMany(node => node.Out).FirstOrDefault(CanContract) is { } link)
            Contract(link);
    }

    private void Put(FlowNodeKind kind, FlowNode before)
    {
        var added = Add(new FlowNode(null, kind));
        foreach (var link in before.In.ToList())
            link.MoveEnd(added);
        _ = new FlowLink(added, before);
    }

    // A choice can be made as late as its branches begin, unless others come to the same branch. The begin is come to, and the end left, from outside.
    private bool CanContract(FlowLink link) =>
        link.From.Kind == FlowNodeKind.Choice && link.To.Kind == FlowNodeKind.Choice
        && (link.From == link.To
            || link.From.Out.Count + (link.From == Finish ? 1 : 0) == 1
            || link.To.In.Count + (link.To == Begin ? 1 : 0) == 1);

    private void Contract(FlowLink link)
    {
        link.Remove();
        var (kept, gone) = (link.From, link.To);
        if (kept == gone)
            return;
        foreach (var inward in gone.In.ToList())
            inward.MoveEnd(kept);
        foreach (var outward in gone.Out.ToList())
            outward.MoveStart(kept);
        Nodes.Remove(gone);
        Begin = gone == Begin ? kept : Begin;
        Finish = gone == Finish ? kept : Finish;
    }
}
