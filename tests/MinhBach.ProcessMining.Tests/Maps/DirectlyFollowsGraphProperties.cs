using FsCheck.Fluent;

namespace MinhBach.ProcessMining.Tests;

public sealed class DirectlyFollowsGraphProperties
{
    [Fact]
    public void The_map_agrees_with_a_naive_recount() =>
        Holds.For(300, Holds.Logs, cases =>
        {
            var graph = MadeLog.Of(cases).Map();
            return Told(graph) == Recounted(cases);
        });

    [Fact]
    public void Folding_apart_and_merging_in_any_order_equals_folding_at_once() =>
        Holds.For(300, Holds.Logs.Zip(Holds.Logs).Zip(Holds.Logs), logs =>
        {
            var ((a, b), c) = logs;
            var whole = Told(MadeLog.Of([.. a, .. b, .. c]).Map());
            return Told(Merged(a, b, c)) == whole && Told(Merged(c, a, b)) == whole;
        });

    // Each part has names of its own: the same activity has another number in each.
    private static DirectlyFollowsGraph Merged(params string[][] parts)
    {
        var graph = MadeLog.Of(parts[0]).Map();
        foreach (var part in parts.Skip(1))
            graph.Merge(MadeLog.Of(part).Map());
        return graph;
    }

    private static string Told(DirectlyFollowsGraph graph) => string.Join('\n',
    [
        $"{graph.Cases} {graph.EmptyCases} {graph.Events} {graph.CaseDurations.TotalSeconds}",
        .. graph.Activities.Select(node => $"{node.Name} {node.Frequency} {node.Cases} {node.Starts} {node.Ends} {node.Waiting.TotalSeconds}").Order(StringComparer.Ordinal),
        .. graph.Arcs.Select(arc => $"{arc.From.Name}{arc.To.Name} {arc.Frequency} {arc.Cases} {arc.Durations.TotalSeconds}").Order(StringComparer.Ordinal),
    ]);

    private static string Recounted(string[] cases)
    {
        var activities = cases.SelectMany(steps => steps).Distinct().Select(a =>
            $"{a} {cases.Sum(steps => steps.Count(step => step == a))} {cases.Count(steps => steps.Contains(a))} {cases.Count(steps => steps.StartsWith(a))} "
            + $"{cases.Count(steps => steps.EndsWith(a))} {3600 * cases.Sum(steps => steps.Skip(1).Count(step => step == a))}");
        var arcs = cases.SelectMany(steps => Pairs(steps)).Distinct().Select(pair =>
            $"{pair} {cases.Sum(steps => Pairs(steps).Count(other => other == pair))} {cases.Count(steps => Pairs(steps).Contains(pair))} "
            + $"{3600 * cases.Sum(steps => Pairs(steps).Count(other => other == pair))}");
        return string.Join('\n',
        [
            $"{cases.Length} {cases.Count(steps => steps.Length == 0)} {cases.Sum(steps => steps.Length)} {3600 * cases.Sum(steps => Math.Max(0, steps.Length - 1))}",
            .. activities.Order(StringComparer.Ordinal),
            .. arcs.Order(StringComparer.Ordinal),
        ]);
    }

    private static List<string> Pairs(string steps) => [.. Enumerable.Range(1, Math.Max(0, steps.Length - 1)).Select(i => steps.Substring(i - 1, 2))];
}
