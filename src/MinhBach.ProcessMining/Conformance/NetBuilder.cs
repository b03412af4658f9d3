namespace MinhBach.ProcessMining;

/// <summary>Makes a Petri net of a model's nodes: a place for each choice and for each flow between steps, a transition for each step and each parallel gateway.</summary>
internal sealed class NetBuilder(FlowNet flows, List<ConversionProblem> problems)
{
    private readonly Dictionary<FlowNode, int> _choicePlaces = [];
    private readonly Dictionary<FlowLink, int> _linkPlaces = [];
    private readonly List<PetriTransition> _transitions = [];
    private int _places;

    public PetriNet Build()
    {
        foreach (var node in flows.Nodes.Where(node => node.Kind == FlowNodeKind.Choice))
            _choicePlaces.Add(node, _places++);
        var blocks = Blocks();
        foreach (var node in flows.Nodes)
            AddTransitions(node, blocks);
        return new PetriNet(_places, _choicePlaces[flows.Begin], _choicePlaces[flows.Finish], _transitions);
    }

    private Dictionary<FlowNode, InclusiveBlock> Blocks()
    {
        var blocks = new Dictionary<FlowNode, InclusiveBlock>();
        foreach (var split in flows.Nodes.Where(node => node.Kind == FlowNodeKind.Inclusive && node.Out.Count > 1))
        {
            if (InclusiveBlock.Of(split, flows) is { } block)
                blocks.Add(split, block);
            else
                Problem(split, $"its ways (at most {InclusiveBlock.MostBranches}) do not meet again in one inclusive gateway that waits for them alone.");
        }
        var joins = blocks.Values.Select(block => block.Join).ToHashSet();
        foreach (var join in flows.Nodes.Where(node => node.Kind == FlowNodeKind.Inclusive && node.In.Count > 1 && !joins.Contains(node)))
            Problem(join, "no inclusive gateway splits into exactly the ways that it waits for.");
        return blocks;
    }

    private void AddTransitions(FlowNode node, Dictionary<FlowNode, InclusiveBlock> blocks)
    {
        if (node.Kind != FlowNodeKind.Choice)
        {
            if (blocks.TryGetValue(node, out var block))
                AddSplits(node, block);
            else
                _transitions.Add(new PetriTransition(node.Id, node.Activity, [.. node.In.Select(PlaceOf)], [.. node.Out.Select(PlaceOf)]));
        }
        foreach (var link in node.Out.Where(NeedsRoute))
            _transitions.Add(new PetriTransition(null, null, [_choicePlaces[link.From]], [LandingOf(link)]));
    }

    // A way that is not taken arrives at the join at once.
    private void AddSplits(FlowNode split, InclusiveBlock block)
    {
        for (var chosen = 1; chosen < 1 << split.Out.Count; chosen++)
        {
            var outputs = split.Out.Select((way, i) => (chosen & (1 << i)) != 0 ? PlaceOf(way) : PlaceOf(block.Arrivals[i]));
            _transitions.Add(new PetriTransition(split.Id, null, [.. split.In.Select(PlaceOf)], [.. outputs]));
        }
    }

    private int PlaceOf(FlowLink link)
    {
        if (link.To.Kind == FlowNodeKind.Choice && link.From.Kind != FlowNodeKind.Choice)
            return _choicePlaces[link.To];
        if (link.From.Kind == FlowNodeKind.Choice && !NeedsRoute(link))
            return _choicePlaces[link.From];
        return LandingOf(link);
    }

    private int LandingOf(FlowLink link)
    {
        if (link.To.Kind == FlowNodeKind.Choice)
            return _choicePlaces[link.To];
        if (!_linkPlaces.TryGetValue(link, out var place))
            _linkPlaces.Add(link, place = _places++);
        return place;
    }

    // From choice to choice, and from a choice to a join, where waiting would keep the other ways open.
    private bool NeedsRoute(FlowLink link) => link.From.Kind == FlowNodeKind.Choice
        && (link.To.Kind == FlowNodeKind.Choice || (link.To.In.Count > 1 && (link.From.Out.Count > 1 || link.From == flows.Finish)));

    private void Problem(FlowNode node, string message) => problems.Add(new ConversionProblem(node.Id ?? "", "inclusiveGateway", message));
}
