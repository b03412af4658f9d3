namespace MinhBach.ProcessMining;

/// <summary>What a node of a model does with the tokens of its flows.</summary>
internal enum FlowNodeKind
{
    /// <summary>Takes one and passes it on to every way out.</summary>
    Step,

    /// <summary>Passes one from any way in to any way out.</summary>
    Choice,

    /// <summary>Takes one from every way in and passes one to every way out.</summary>
    Parallel,

    /// <summary>Passes to one or more ways out, and waits for those that were passed to.</summary>
    Inclusive,
}

/// <summary>A node of a model on its way to a Petri net.</summary>
internal sealed class FlowNode(string? id, FlowNodeKind kind, string? activity = null)
{
    public string? Id { get; } = id;

    public FlowNodeKind Kind { get; set; } = kind;

    /// <summary>What a log shows of it.</summary>
    public string? Activity { get; } = activity;

    public List<FlowLink> In { get; } = [];

    public List<FlowLink> Out { get; } = [];
}

/// <summary>A flow between two nodes.</summary>
internal sealed class FlowLink
{
    public FlowLink(FlowNode from, FlowNode to)
    {
        (From, To) = (from, to);
        from.Out.Add(this);
        to.In.Add(this);
    }

    public FlowNode From { get; private set; }

    public FlowNode To { get; private set; }

    public void MoveStart(FlowNode from)
    {
        From.Out.Remove(this);
        (From = from).Out.Add(this);
    }

    public void MoveEnd(FlowNode to)
    {
        To.In.Remove(this);
        (To = to).In.Add(this);
    }

    public void Remove()
    {
        From.Out.Remove(this);
        To.In.Remove(this);
    }
}
