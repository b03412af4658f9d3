using FsCheck;
using FsCheck.Fluent;

namespace MinhBach.ProcessMining.Tests;

/// <summary>Random trees whose activities are all different, and what they show.</summary>
internal static class MadeTrees
{
    /// <summary>Trees of up to some activities, with optional parts and any loops.</summary>
    public static Gen<ProcessTree> Any(int most) =>
        from activities in Gen.Choose(1, most)
        from tree in Over("abcdefghijkl"[..activities], isPlain: false)
        select tree;

    /// <summary>Trees that a complete log tells apart: nothing optional, and a loop's body begins and ends with different activities.</summary>
    public static Gen<ProcessTree> Plain(int most) =>
        from activities in Gen.Choose(1, most)
        from tree in Over("abcdefghijkl"[..activities], isPlain: true)
        select tree;

    /// <summary>A run of the tree at random; half of the loops go round once more.</summary>
    public static List<string> Run(ProcessTree tree, Random random)
    {
        switch (tree.Operator)
        {
            case TreeOperator.Activity:
                return [tree.Activity!];
            case TreeOperator.Silent:
                return [];
            case TreeOperator.Sequence:
                return [.. tree.Parts.SelectMany(part => Run(part, random))];
            case TreeOperator.Exclusive:
                return Run(tree.Parts[random.Next(tree.Parts.Length)], random);
            case TreeOperator.Parallel:
                return Interleave([.. tree.Parts.Select(part => new Queue<string>(Run(part, random)))], random);
            default:
                var run = Run(tree.Parts[0], random);
                while (random.Next(2) == 0)
                    run.AddRange([.. Run(tree.Parts[random.Next(1, tree.Parts.Length)], random), .. Run(tree.Parts[0], random)]);
                return run;
        }
    }

    private static List<string> Interleave(List<Queue<string>> branches, Random random)
    {
        var run = new List<string>();
        while (branches.FindAll(branch => branch.Count > 0) is { Count: > 0 } open)
            run.Add(open[random.Next(open.Count)].Dequeue());
        return run;
    }

    private static Gen<ProcessTree> Over(string activities, bool isPlain)
    {
        if (activities.Length == 1)
            return isPlain ? Gen.Constant(ProcessTree.Do(activities)) : Gen.Elements(Single(activities));
        return from first in Gen.Choose(1, activities.Length - 1)
               from kind in Gen.Choose(0, isPlain && first == 1 ? 2 : 3)
               from a in Over(activities[..first], isPlain)
               from b in Over(activities[first..], isPlain)
               select kind switch
               {
                   0 => ProcessTree.Sequence(a, b),
                   1 => isPlain ? ProcessTree.Exclusive(a, b) : ProcessTree.Exclusive(a, b, ProcessTree.Silent),
                   2 => ProcessTree.Parallel(a, b),
                   // Another loop inside could not be told from this one.
                   _ when isPlain => a.Operator == TreeOperator.Sequence && b.Operator != TreeOperator.Loop ? ProcessTree.Loop(a, b) : ProcessTree.Sequence(a, b),
                   _ => ProcessTree.Loop(a, b),
               };
    }

    private static ProcessTree[] Single(string activity) =>
    [
        ProcessTree.Do(activity), ProcessTree.Do(activity),
        ProcessTree.Exclusive(ProcessTree.Do(activity), ProcessTree.Silent),
        ProcessTree.Loop(ProcessTree.Do(activity), ProcessTree.Silent),
        ProcessTree.Loop(ProcessTree.Silent, ProcessTree.Do(activity)),
    ];
}
