namespace MinhBach.ProcessMining;

/// <summary>An inclusive split and the join that waits for exactly its branches.</summary>
/// <param name="Join">The join.</param>
/// <param name="Arrivals">For each way out of the split, the way into the join at which that branch arrives.</param>
internal sealed record InclusiveBlock(FlowNode Join, IReadOnlyList<FlowLink> Arrivals)
{
    // Each set of branches becomes a transition of its own.
    public const int MostBranches = 8;

    /// <summary>The block that a split opens; null if its branches do not stay apart until one inclusive join.</summary>
    public static InclusiveBlock? Of(FlowNode split, FlowNet net) =>
        split.Out.Count > MostBranches ? null : net.Nodes
            .Where(node => node.Kind == FlowNodeKind.Inclusive && node != split && node.In.Count == split.Out.Count)
            .Select(join => TryJoin(split, join, net))
            .FirstOrDefault(block => block is not null);

    private static InclusiveBlock? TryJoin(FlowNode split, FlowNode join, FlowNet net)
    {
        var arrivals = new List<FlowLink>();
        var seen = new HashSet<FlowNode>();
        foreach (var branch in split.Out)
        {
            if (Follow(branch, split, join, net, seen) is not { } arrival || arrivals.Contains(arrival))
                return null;
            arrivals.Add(arrival);
        }
        // Nobody else comes into a branch.
        return seen.All(node => node.In.All(link => link.From == split || seen.Contains(link.From))) ? new InclusiveBlock(join, arrivals) : null;
    }

    private static FlowLink? Follow(FlowLink branch, FlowNode split, FlowNode join, FlowNet net, HashSet<FlowNode> seen)
    {
        FlowLink? arrival = null;
        var own = new HashSet<FlowNode>();
        var open = new Stack<FlowLink>([branch]);
        while (open.TryPop(out var link))
        {
            if (link.To == join)
            {
                if (arrival is not null && arrival != link)
                    return null;
                arrival = link;
                continue;
            }
            if (own.Contains(link.To))
                continue;
            if (link.To == split || link.To == net.Finish || link.To == net.Begin || !seen.Add(link.To))
                return null;
            own.Add(link.To);
            foreach (var next in link.To.Out)
                open.Push(next);
        }
        return arrival;
    }
}
