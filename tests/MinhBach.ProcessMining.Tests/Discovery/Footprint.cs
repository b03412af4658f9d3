namespace MinhBach.ProcessMining.Tests;

/// <summary>Which activities a tree without optional parts can begin and end with, and which can follow which: told from the tree alone.</summary>
internal sealed record Footprint(HashSet<string> Starts, HashSet<string> Ends, HashSet<string> Follows, HashSet<string> All)
{
    public static Footprint Of(ProcessTree tree)
    {
        if (tree.Operator == TreeOperator.Activity)
            return new([tree.Activity!], [tree.Activity!], [], [tree.Activity!]);
        var parts = tree.Parts.Select(Of).ToList();
        var follows = parts.SelectMany(part => part.Follows).ToHashSet();
        var all = parts.SelectMany(part => part.All).ToHashSet();
        switch (tree.Operator)
        {
            case TreeOperator.Sequence:
                for (var i = 1; i < parts.Count; i++)
                    follows.UnionWith(Pairs(parts[i - 1].Ends, parts[i].Starts));
                return new(parts[0].Starts, parts[^1].Ends, follows, all);
            case TreeOperator.Loop:
                foreach (var redo in parts.Skip(1))
                    follows.UnionWith([.. Pairs(parts[0].Ends, redo.Starts), .. Pairs(redo.Ends, parts[0].Starts)]);
                return new(parts[0].Starts, parts[0].Ends, follows, all);
            case TreeOperator.Parallel:
                foreach (var part in parts)
                    follows.UnionWith(parts.Where(other => other != part).SelectMany(other => Pairs(part.All, other.All)));
                break;
        }
        return new([.. parts.SelectMany(part => part.Starts)], [.. parts.SelectMany(part => part.Ends)], follows, all);
    }

    public static Footprint Of(DirectlyFollowsGraph graph) => new(
        [.. graph.Activities.Where(node => node.Starts > 0).Select(node => node.Name)],
        [.. graph.Activities.Where(node => node.Ends > 0).Select(node => node.Name)],
        [.. graph.Arcs.Select(arc => arc.From.Name + arc.To.Name)],
        [.. graph.Activities.Select(node => node.Name)]);

    public bool IsSameAs(Footprint other) =>
        Starts.SetEquals(other.Starts) && Ends.SetEquals(other.Ends) && Follows.SetEquals(other.Follows);

    private static IEnumerable<string> Pairs(IEnumerable<string> from, IEnumerable<string> to) => from.SelectMany(_ => to, (one, next) => one + next);
}
