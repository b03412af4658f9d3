namespace MinhBach.ProcessMining.Tests;

/// <summary>The figures were counted apart, by a few lines in another language straight from the file.</summary>
public sealed class PermitDeskMapFacts
{
    private const string Receive = "Confirmation of receipt";
    private const string Check = "T02 Check confirmation of receipt";
    private const string Determine = "T04 Determine confirmation of receipt";
    private const string Send = "T05 Print and send confirmation of receipt";
    private const string Advice = "T06 Determine necessity of stop advice";
    private const string Stop = "T10 Determine necessity to stop indication";

    [Fact]
    public void The_map_counts_what_is_in_the_file()
    {
        var graph = PermitDesk.Log().Map(PermitDesk.Hours);

        Assert.Equal((1434, 8577, 27, 99), (graph.Cases, graph.Events, graph.Activities.Count, graph.Arcs.Count));
        Assert.Equal(7143, graph.Arcs.Sum(arc => arc.Frequency));
        Assert.Equal((1177, 1177), (graph.Find(Determine, Send)!.Frequency, graph.Find(Determine, Send)!.Cases));
        Assert.Equal((1119, 1118), (graph.Find(Check, Determine)!.Frequency, graph.Find(Check, Determine)!.Cases));
        Assert.Equal(1434, graph.Find(Receive)!.Starts);
        Assert.Equal((828, 400, 116), (graph.Find(Stop)!.Ends, graph.Find(Send)!.Ends, graph.Find(Receive)!.Ends));
        Assert.Equal((0, 0), (graph.OutsideCalendar, graph.WithoutTime));
    }

    [Fact]
    public void Most_of_the_working_time_is_waited_between_the_confirmation_and_the_question_of_advice()
    {
        var graph = PermitDesk.Log().Map(PermitDesk.Hours);

        var first = Bottlenecks.OfArcs(graph)[0];

        Assert.Equal((Send, Advice), (first.From!.Name, first.To!.Name));
        Assert.Equal((791, 49_235_933), (first.Durations.Count, first.Durations.TotalSeconds));
        Assert.Equal(0.3075, first.Share, 4);
        Assert.Equal(33, first.Durations.P50);
        Assert.InRange(first.Durations.P90!.Value, 174_636 * (1 - DurationSketch.RelativeError), 174_636 * (1 + DurationSketch.RelativeError));
        Assert.Equal(160_129_193, graph.Arcs.Sum(arc => arc.Durations.TotalSeconds));
    }

    [Fact]
    public void The_wall_clock_counts_four_times_as_much()
    {
        var graph = PermitDesk.Log().Map();

        Assert.Equal(670_052_846, graph.Arcs.Sum(arc => arc.Durations.TotalSeconds));
        Assert.Equal(209_272_481, graph.Find(Send, Advice)!.Durations.TotalSeconds);
    }

    [Fact]
    public void Half_of_the_cases_go_the_same_way()
    {
        var variants = PermitDesk.Log().Variants();

        Assert.Equal(116, variants.All.Count);
        Assert.Equal(86, variants.All.Count(variant => variant.Cases == 1));
        Assert.Equal((713, 123), (variants.ByFrequency[0].Cases, variants.ByFrequency[1].Cases));
        Assert.Equal([Receive, Check, Determine, Send, Advice, Stop], variants.NamesOf(variants.ByFrequency[0]));
    }

    [Fact]
    public void Confirmations_come_back_to_be_checked_again()
    {
        var log = PermitDesk.Log();
        var rework = new Rework(log.Names, PermitDesk.Hours);
        foreach (var happened in log.Cases)
            rework.Add(happened);

        Assert.Equal(91, rework.CasesWithRework);
        Assert.Equal((245, 6, 239), (rework.Activities.Sum(one => one.Repetitions), rework.Activities.Sum(one => one.SelfLoops), rework.Activities.Sum(one => one.Returns)));
        Assert.Equal(("T03 Adjust confirmation of receipt", Check, 51), (log.Names.Activities[rework.Returns[0].From], log.Names.Activities[rework.Returns[0].To], rework.Returns[0].Times));
    }
}
