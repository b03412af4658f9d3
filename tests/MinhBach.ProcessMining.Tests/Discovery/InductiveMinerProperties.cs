using FsCheck;
using FsCheck.Fluent;

namespace MinhBach.ProcessMining.Tests;

public sealed class InductiveMinerProperties
{
    [Fact]
    public void A_complete_log_of_a_plain_tree_gives_the_tree_back()
    {
        var complete = 0;
        Holds.For(300, MadeTrees.Plain(8).Zip(Gen.Choose(0, 1_000_000)), made =>
        {
            var (tree, seed) = made;
            if (CompleteLog(tree, seed) is not { } log)
                return true;
            complete++;
            var found = InductiveMiner.Discover(log.Variants());
            return found.Equals(tree) ? true : throw new InvalidOperationException($"made {tree}, found {found}");
        });
        Assert.InRange(complete, 200, 300);
    }

    [Fact]
    public void Whatever_the_log_the_model_found_shows_every_case() =>
        Holds.For(200, Holds.Logs, cases => Fits(MadeLog.Of(cases)));

    [Fact]
    public void The_model_found_in_runs_of_any_tree_shows_every_run() =>
        Holds.For(200, MadeTrees.Any(9).Zip(Gen.Choose(0, 1_000_000)), made =>
        {
            var (tree, seed) = made;
            var random = new Random(seed);
            return Fits(MadeLog.Named(Enumerable.Range(0, 40).Select(_ => MadeTrees.Run(tree, random))));
        });

    // Through BPMN and back, so that what is written is what was found.
    private static bool Fits(EventLog log)
    {
        var variants = log.Variants();
        var tree = InductiveMiner.Discover(variants);
        var replay = LogReplay.Of(BpmnToPetriNet.Convert(TreeToBpmn.Write(tree, "p", "")).Net!, variants);
        return replay.FittingCases + replay.UndecidedCases == variants.Cases ? true : throw new InvalidOperationException(tree.ToString());
    }

    private static EventLog? CompleteLog(ProcessTree tree, int seed)
    {
        var (random, whole) = (new Random(seed), Footprint.Of(tree));
        var runs = new List<List<string>>();
        for (var size = 100; size <= 6400; size *= 4)
        {
            while (runs.Count < size)
                runs.Add(MadeTrees.Run(tree, random));
            var log = MadeLog.Named(runs);
            if (Footprint.Of(log.Map()).IsSameAs(whole))
                return log;
        }
        return null;
    }
}
