namespace MinhBach.ProcessMining.Tests;

public sealed class MapComparisonFacts
{
    [Fact]
    public void Equal_maps_differ_nowhere()
    {
        var graph = MadeLog.Of(Enumerable.Repeat("abc", 100)).Map();

        var compared = MapComparison.Of(graph, graph);

        Assert.All(compared.Activities.Concat(compared.Arcs), place => Assert.Equal((false, 0.0, 0.0), (place.IsClear, place.ShareDifference, place.SecondsPerCaseDifference)));
    }

    [Fact]
    public void A_step_that_became_frequent_is_clear_and_first()
    {
        var before = MadeLog.Of([.. Enumerable.Repeat("ab", 95), .. Enumerable.Repeat("axb", 5)]).Map();
        var after = MadeLog.Of([.. Enumerable.Repeat("ab", 50), .. Enumerable.Repeat("axb", 50)]).Map();

        var step = MapComparison.Of(before, after).Activities[0];

        Assert.Equal(("x", DifferenceVerdict.Clear), (step.Activity, step.InCases));
        Assert.Equal(0.45, step.ShareDifference, 9);
        Assert.Equal(1620, step.SecondsPerCaseDifference, 9);
    }

    [Fact]
    public void A_longer_wait_is_clear()
    {
        var before = MadeLog.Of(Enumerable.Repeat("ab", 50)).Map();
        var after = MadeLog.Named(Enumerable.Repeat<string[]>(["a"], 50)).Map();
        after.Merge(Slow(50));

        var arc = Assert.Single(MapComparison.Of(before, after).Arcs);

        Assert.Equal((DifferenceVerdict.Clear, 3600), (arc.InMedian, arc.MedianDifference));
    }

    [Fact]
    public void Few_cases_are_not_judged()
    {
        var before = MadeLog.Of(Enumerable.Repeat("ab", 29)).Map();
        var after = MadeLog.Of(Enumerable.Repeat("axb", 29)).Map();

        Assert.All(MapComparison.Of(before, after).Arcs, arc => Assert.Equal((DifferenceVerdict.TooFew, DifferenceVerdict.TooFew), (arc.InCases, arc.InMedian)));
    }

    [Fact]
    public void A_difference_as_chance_makes_it_is_not_called_clear()
    {
        var before = MadeLog.Of([.. Enumerable.Repeat("ab", 60), .. Enumerable.Repeat("axb", 40)]).Map();
        var after = MadeLog.Of([.. Enumerable.Repeat("ab", 50), .. Enumerable.Repeat("axb", 50)]).Map();

        Assert.All(MapComparison.Of(before, after).Activities, step => Assert.Equal(DifferenceVerdict.WithinChance, step.InCases));
    }

    [Fact]
    public void Chance_alone_is_called_clear_at_most_once_in_a_hundred()
    {
        var random = new Random(20260604);
        var clear = 0;
        for (var round = 0; round < 2000; round++)
        {
            var (one, other) = (Waits(random, 60), Waits(random, 90));
            clear += Significance.OfQuantiles(one, other, 0.5, 30) == DifferenceVerdict.Clear ? 1 : 0;
        }
        Assert.InRange(clear, 0, 20);
    }

    private static DurationSketch Waits(Random random, int count)
    {
        var sketch = new DurationSketch();
        for (var i = 0; i < count; i++)
            sketch.Add((long)(-Math.Log(1 - random.NextDouble()) * 86_400));
        return sketch;
    }

    private static DirectlyFollowsGraph Slow(int cases)
    {
        var names = new LogNames();
        var graph = new DirectlyFollowsGraph(names, TimeMeasure.WallClock);
        for (var i = 0; i < cases; i++)
        {
            var happened = new LogCase();
            happened.Add(new LogEvent(names.Activities.NumberOf("a"), -1, -1, LogLifecycle.Complete, 0));
            happened.Add(new LogEvent(names.Activities.NumberOf("b"), -1, -1, LogLifecycle.Complete, 7200L * NodaTime.NodaConstants.TicksPerSecond));
            graph.Add(happened);
        }
        return graph;
    }
}
