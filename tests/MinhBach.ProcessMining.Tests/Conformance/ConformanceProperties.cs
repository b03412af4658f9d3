using FsCheck;
using FsCheck.Fluent;

namespace MinhBach.ProcessMining.Tests;

public sealed class ConformanceProperties
{
    private static Gen<string> Traces { get; } =
        from steps in Gen.Choose(0, 7)
        from letters in Gen.CollectToArray(Enumerable.Repeat(Gen.Elements("abcdefx".ToCharArray()), steps))
        select new string(letters);

    [Fact]
    public void Runs_of_a_model_fit_it_and_cost_nothing() =>
        Holds.For(200, MadeTrees.Any(9).Zip(Gen.Choose(0, 1_000_000)), made =>
        {
            var (tree, seed) = made;
            var (random, net) = (new Random(seed), BpmnText.Net(tree));
            var (replay, aligner) = (new TokenReplay(net), new Aligner(net));
            return Enumerable.Range(0, 20).All(_ =>
            {
                var run = MadeTrees.Run(tree, random);
                aligner.Align(run, out var alignment);
                return replay.Replay(run) is { Fits: true, Fitness: 1 } && alignment is { Cost: 0, Fitness: 1 };
            });
        });

    [Fact]
    public void Alignments_cost_as_little_as_the_nearest_run_of_all_runs() =>
        Holds.For(300, LoopFree.Zip(Traces), made =>
        {
            var (tree, trace) = made;
            new Aligner(BpmnText.Net(tree)).Align(Steps(trace), out var alignment);
            var nearest = Language(tree).Distinct().Min(run => run.Length + trace.Length - (2 * CommonSteps(run, trace)));
            return alignment!.Cost == nearest ? true : throw new InvalidOperationException($"{tree} {trace}: {alignment.Cost}, not {nearest}");
        });

    [Fact]
    public void Alignments_take_every_step_once_and_cost_at_most_the_worst() =>
        Holds.For(300, MadeTrees.Any(8).Zip(Traces), made =>
        {
            var (tree, trace) = made;
            var net = BpmnText.Net(tree);
            new Aligner(net).Align(Steps(trace), out var alignment);
            var modelSide = alignment!.Moves.Where(move => move.Kind != MoveKind.LogOnly).Select(move => move.Activity).ToList();
            return string.Concat(alignment.Moves.Where(move => move.Kind != MoveKind.ModelOnly).Select(move => move.Activity)) == trace
                && alignment.Cost == alignment.Moves.Count(move => move.Kind != MoveKind.Synchronous)
                && alignment.Cost <= alignment.WorstCost
                && alignment.Fitness is >= 0 and <= 1
                && new TokenReplay(net).Replay(modelSide).Fits;
        });

    [Fact]
    public void Only_traces_that_cost_nothing_fit_and_tokens_add_up() =>
        Holds.For(300, MadeTrees.Any(8).Zip(Traces), made =>
        {
            var (tree, trace) = made;
            var net = BpmnText.Net(tree);
            new Aligner(net).Align(Steps(trace), out var alignment);
            var replay = new TokenReplay(net).Replay(Steps(trace));
            return replay.Fits == (alignment!.Cost == 0)
                && replay.Produced + replay.Missing == replay.Consumed + replay.Remaining
                && replay.Fitness is >= 0 and <= 1;
        });

    private static Gen<ProcessTree> LoopFree => MadeTrees.Any(6).Where(tree => !tree.ToString().Contains('↺', StringComparison.Ordinal));

    private static List<string> Steps(string trace) => [.. trace.Select(step => step.ToString())];

    private static IEnumerable<string> Language(ProcessTree tree) => tree.Operator switch
    {
        TreeOperator.Activity => [tree.Activity!],
        TreeOperator.Exclusive => tree.Parts.SelectMany(Language),
        TreeOperator.Sequence => tree.Parts.Select(Language).Aggregate((before, after) => [.. before.SelectMany(_ => after, (one, next) => one + next)]),
        TreeOperator.Parallel => tree.Parts.Select(Language).Aggregate((before, after) => [.. before.SelectMany(_ => after, Shuffles).SelectMany(runs => runs)]),
        _ => [""],
    };

    private static IEnumerable<string> Shuffles(string one, string other) =>
        one.Length == 0 ? [other]
        : other.Length == 0 ? [one]
        : [.. Shuffles(one[1..], other).Select(rest => one[0] + rest), .. Shuffles(one, other[1..]).Select(rest => other[0] + rest)];

    private static int CommonSteps(string one, string other)
    {
        var longest = new int[one.Length + 1, other.Length + 1];
        for (var i = 1; i <= one.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
                longest[i, j] = one[i - 1] == other[j - 1] ? longest[i - 1, j - 1] + 1 : Math.Max(longest[i - 1, j], longest[i, j - 1]);
        }
        return longest[one.Length, other.Length];
    }
}
