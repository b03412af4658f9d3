using FsCheck.Fluent;

namespace MinhBach.ProcessMining.Tests;

public sealed class ReworkFacts
{
    [Fact]
    public void A_self_loop_and_a_return_are_told_apart()
    {
        var rework = Fold(MadeLog.Of("aab", "abca", "abc"));
        var activity = Assert.Single(rework.Activities);

        Assert.Equal(("a", 2, 1, 1), (activity.Name, activity.Cases, activity.SelfLoops, activity.Returns));
        Assert.Equal((3, 2), (rework.Cases, rework.CasesWithRework));
        var back = Assert.Single(rework.Returns);
        Assert.Equal(("c", "a", 1), (rework.Names.Activities[back.From], rework.Names.Activities[back.To], back.Times));
        Assert.Equal((3600, 3 * 3600), (activity.Laps.LeastSeconds, activity.Laps.GreatestSeconds));
    }

    [Fact]
    public void Repetitions_agree_with_a_naive_recount_and_merge_in_any_order() =>
        Holds.For(300, Holds.Logs.Zip(Holds.Logs), logs =>
        {
            var (a, b) = logs;
            var merged = Fold(MadeLog.Of(b));
            merged.Merge(Fold(MadeLog.Of(a)));
            string[] all = [.. a, .. b];
            return merged.CasesWithRework == all.Count(steps => steps.Distinct().Count() < steps.Length)
                && merged.Activities.Sum(activity => activity.Repetitions) == all.Sum(steps => steps.Length - steps.Distinct().Count())
                && merged.Activities.Sum(activity => activity.SelfLoops) == all.Sum(steps => Enumerable.Range(1, Math.Max(0, steps.Length - 1)).Count(i => steps[i] == steps[i - 1]))
                && merged.Returns.Sum(arc => arc.Times) == merged.Activities.Sum(activity => activity.Returns);
        });

    private static Rework Fold(EventLog log)
    {
        var rework = new Rework(log.Names, TimeMeasure.WallClock);
        foreach (var happened in log.Cases)
            rework.Add(happened);
        return rework;
    }
}
