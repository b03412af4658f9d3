namespace MinhBach.ProcessMining;

/// <summary>A way to take the activities of a log apart: an operator, and the activities of each of its parts.</summary>
internal sealed record Cut(TreeOperator Operator, IReadOnlyList<HashSet<int>> Parts)
{
    /// <summary>The first cut that the graph shows; null if it shows none.</summary>
    public static Cut? Find(LocalGraph graph) => Exclusive(graph) ?? Sequence(graph) ?? Parallel(graph) ?? LoopCut.Find(graph);

    /// <summary>A cut of places of a graph; null unless there are two or more parts.</summary>
    public static Cut? Of(TreeOperator kind, LocalGraph graph, List<List<int>> parts) =>
        parts.Count < 2 ? null : new Cut(kind, [.. parts.Select(part => part.Select(place => graph.Activities[place]).ToHashSet())]);

    private static Cut? Exclusive(LocalGraph graph)
    {
        var groups = new Groups(graph.Count);
        foreach (var (a, b) in Pairs(graph))
        {
            if (graph.Follows(a, b) || graph.Follows(b, a))
                groups.Join(a, b);
        }
        return Of(TreeOperator.Exclusive, graph, groups.All());
    }

    private static Cut? Sequence(LocalGraph graph)
    {
        var reach = Reach(graph);
        var groups = new Groups(graph.Count);
        // Of two groups that are left apart, all of the one reach all of the other: anything between would have put them together.
        foreach (var (a, b) in Pairs(graph).Where(pair => reach[pair.A, pair.B] == reach[pair.B, pair.A]))
            groups.Join(a, b);
        var ordered = groups.All().OrderByDescending(group => Enumerable.Range(0, graph.Count).Count(other => groups.Of(other) != groups.Of(group[0]) && reach[group[0], other]));
        return Of(TreeOperator.Sequence, graph, [.. ordered]);
    }

    private static Cut? Parallel(LocalGraph graph)
    {
        var groups = new Groups(graph.Count);
        foreach (var (a, b) in Pairs(graph))
        {
            if (!graph.Follows(a, b) || !graph.Follows(b, a))
                groups.Join(a, b);
        }
        // A branch that cannot begin or cannot end is no branch of its own.
        var all = groups.All();
        var whole = all.FindAll(group => group.Exists(graph.IsStart) && group.Exists(graph.IsEnd));
        if (whole.Count < 2)
            return null;
        foreach (var part in all.Except(whole))
            whole[0].AddRange(part);
        return Of(TreeOperator.Parallel, graph, whole);
    }

    private static IEnumerable<(int A, int B)> Pairs(LocalGraph graph) =>
        from a in Enumerable.Range(0, graph.Count)
        from b in Enumerable.Range(a + 1, graph.Count - a - 1)
        select (a, b);

    private static bool[,] Reach(LocalGraph graph)
    {
        var reach = new bool[graph.Count, graph.Count];
        for (var from = 0; from < graph.Count; from++)
        {
            for (var to = 0; to < graph.Count; to++)
                reach[from, to] = graph.Follows(from, to);
        }
        for (var by = 0; by < graph.Count; by++)
        {
            for (var from = 0; from < graph.Count; from++)
            {
                for (var to = 0; reach[from, by] && to < graph.Count; to++)
                    reach[from, to] |= reach[by, to];
            }
        }
        return reach;
    }
}
