namespace MinhBach.ProcessMining;

/// <summary>The part of a map that is drawn, and how much it leaves out.</summary>
/// <param name="Activities">The activities drawn, most frequent first.</param>
/// <param name="Arcs">The arcs drawn, most frequent first.</param>
/// <param name="HiddenCompletions">Completions of activities that are not drawn.</param>
/// <param name="HiddenMoves">Moves along arcs that are not drawn.</param>
public sealed record MapView(
    IReadOnlyList<ActivityNode> Activities, IReadOnlyList<ActivityArc> Arcs, long HiddenCompletions, long HiddenMoves)
{
    /// <summary>
    /// The most frequent activities that together make up a part of all completions, and the most frequent arcs between them that make up
    /// a part of all moves between them. Each activity keeps its most frequent way in and out, so that none hangs in the air.
    /// </summary>
    /// <param name="graph">The whole map.</param>
    /// <param name="activities">Part of all completions to be drawn at least, 0 to 1.</param>
    /// <param name="arcs">Part of all moves between the drawn activities to be drawn at least, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A part is not within 0 and 1.</exception>
    public static MapView Of(DirectlyFollowsGraph graph, double activities, double arcs)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Check(activities, nameof(activities));
        Check(arcs, nameof(arcs));
        var nodes = graph.Activities.OrderByDescending(node => node.Frequency).ThenBy(node => node.Name, StringComparer.Ordinal).ToList();
        var kept = Cover(nodes, node => node.Frequency, activities);
        var between = graph.Arcs.Where(arc => kept.Contains(arc.From) && kept.Contains(arc.To))
            .OrderByDescending(arc => arc.Frequency).ThenBy(arc => arc.From.Name, StringComparer.Ordinal).ThenBy(arc => arc.To.Name, StringComparer.Ordinal).ToList();
        var drawn = Cover(between, arc => arc.Frequency, arcs);
        foreach (var node in kept)
        {
            drawn.UnionWith(between.Where(arc => arc.To == node && arc.From != node).Take(1));
            drawn.UnionWith(between.Where(arc => arc.From == node && arc.To != node).Take(1));
        }
        return new MapView(
            nodes.FindAll(kept.Contains),
            between.FindAll(drawn.Contains),
            nodes.Where(node => !kept.Contains(node)).Sum(node => node.Frequency),
            graph.Arcs.Where(arc => !drawn.Contains(arc)).Sum(arc => arc.Frequency));
    }

    private static HashSet<T> Cover<T>(List<T> ordered, Func<T, long> weight, double part)
    {
        var wanted = part * ordered.Sum(weight);
        var covered = 0L;
        var kept = new HashSet<T>();
        foreach (var item in ordered)
        {
            if (covered >= wanted)
                break;
            covered += weight(item);
            kept.Add(item);
        }
        return kept;
    }

    private static void Check(double part, string name)
    {
        if (part is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(name, part, "A part is from 0 to 1.");
    }
}
