namespace MinhBach.ProcessMining;

/// <summary>Finds what is done again and what is done between two rounds.</summary>
internal static class LoopCut
{
    public static Cut? Find(LocalGraph graph)
    {
        var places = Enumerable.Range(0, graph.Count).ToList();
        var starts = places.FindAll(graph.IsStart);
        var ends = places.FindAll(graph.IsEnd);
        if (starts.Count == 0 || ends.Count == 0)
            return null;
        var edge = starts.Union(ends).ToHashSet();
        var groups = new Groups(graph.Count);
        foreach (var place in edge)
            groups.Join(starts[0], place);
        foreach (var a in places.Where(place => !edge.Contains(place)))
        {
            foreach (var b in places.Where(place => !edge.Contains(place) && graph.Follows(a, place)))
                groups.Join(a, b);
        }
        foreach (var group in groups.All().Where(group => groups.Of(group[0]) != groups.Of(starts[0])))
        {
            if (!IsRedo(graph, group, starts, ends))
                groups.Join(starts[0], group[0]);
        }
        var body = groups.All().Find(group => groups.Of(group[0]) == groups.Of(starts[0]))!;
        return Cut.Of(TreeOperator.Loop, graph, [body, .. groups.All().Where(group => group[0] != body[0])]);
    }

    // Begun only after an end of the body, and then after any of them; followed only by a start of the body, and then by any of them.
    private static bool IsRedo(LocalGraph graph, List<int> group, List<int> starts, List<int> ends)
    {
        foreach (var place in group)
        {
            var from = ends.FindAll(end => graph.Follows(end, place));
            var to = starts.FindAll(start => graph.Follows(place, start));
            if ((from.Count > 0 && from.Count < ends.Count) || (to.Count > 0 && to.Count < starts.Count))
                return false;
            if (starts.Except(ends).Any(start => graph.Follows(start, place)) || ends.Except(starts).Any(end => graph.Follows(place, end)))
                return false;
        }
        return true;
    }
}
