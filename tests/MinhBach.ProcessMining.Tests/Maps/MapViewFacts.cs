namespace MinhBach.ProcessMining.Tests;

public sealed class MapViewFacts
{
    [Fact]
    public void The_whole_map_is_drawn_when_nothing_is_to_be_hidden()
    {
        var graph = MadeLog.Of("abc", "acb").Map();

        var view = MapView.Of(graph, 1, 1);

        Assert.Equal((3, 4, 0, 0), (view.Activities.Count, view.Arcs.Count, view.HiddenCompletions, view.HiddenMoves));
    }

    [Fact]
    public void What_is_rare_is_hidden_and_said_to_be()
    {
        var graph = MadeLog.Of([.. Enumerable.Repeat("abc", 9), "axc"]).Map();

        var view = MapView.Of(graph, 0.9, 0.5);

        Assert.Equal(["a", "c", "b"], view.Activities.Select(node => node.Name));
        Assert.Equal((1, 2), (view.HiddenCompletions, view.HiddenMoves));
    }

    [Fact]
    public void No_activity_hangs_in_the_air()
    {
        var graph = MadeLog.Of([.. Enumerable.Repeat("abc", 9), "axc"]).Map();

        var view = MapView.Of(graph, 1, 0);

        Assert.Equal(["ab", "bc", "ax", "xc"], view.Arcs.Select(arc => arc.From.Name + arc.To.Name));
    }

    [Fact]
    public void The_longest_total_wait_comes_first()
    {
        var graph = MadeLog.Of("ab", "ab", "ab", "cd").Map();

        var arcs = Bottlenecks.OfArcs(graph);

        Assert.Equal([("a", "b", 0.75), ("c", "d", 0.25)], arcs.Select(place => (place.From!.Name, place.To!.Name, place.Share)));
        Assert.Equal(["b", "d"], Bottlenecks.OfActivities(graph).Select(place => place.To!.Name));
        Assert.Empty(Bottlenecks.OfOpenCases(graph));
    }
}
