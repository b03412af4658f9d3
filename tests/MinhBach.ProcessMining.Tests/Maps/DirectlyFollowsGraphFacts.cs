using NodaTime;

namespace MinhBach.ProcessMining.Tests;

public sealed class DirectlyFollowsGraphFacts
{
    private static readonly Instant FridayAtFour = Instant.FromUtc(2026, 6, 5, 9, 0);
    private static readonly Instant MondayAtNine = Instant.FromUtc(2026, 6, 8, 2, 0);

    [Fact]
    public void From_Friday_16_00_to_Monday_09_00_are_two_hours_of_work_and_65_on_the_wall()
    {
        var (names, happened) = Case((0, FridayAtFour), (1, MondayAtNine));

        Assert.Equal(2 * 3600, Fold(names, happened, MadeHours.Hanoi2026).Find("a", "b")!.Durations.TotalSeconds);
        Assert.Equal(65 * 3600, Fold(names, happened, TimeMeasure.WallClock).Find("a", "b")!.Durations.TotalSeconds);
    }

    [Fact]
    public void Moments_outside_the_calendar_are_counted_and_not_measured()
    {
        var (names, happened) = Case((0, Instant.FromUtc(2025, 12, 31, 9, 0)), (1, MondayAtNine));

        var graph = Fold(names, happened, MadeHours.Hanoi2026);

        Assert.Equal((1, 0), (graph.Find("a", "b")!.Frequency, graph.Find("a", "b")!.Durations.Count));
        // The arc and the whole case.
        Assert.Equal(2, graph.OutsideCalendar);
    }

    [Fact]
    public void The_last_moment_of_the_calendar_is_measured_and_the_next_is_not()
    {
        var end = Instant.FromUtc(2026, 12, 31, 17, 0);

        Assert.Equal(0, MadeHours.Hanoi2026.SecondsBetween(end - Duration.FromSeconds(1), end - Duration.FromTicks(1)));
        Assert.Null(MadeHours.Hanoi2026.SecondsBetween(MondayAtNine, end));
    }

    [Fact]
    public void Events_without_a_moment_are_counted_and_not_measured()
    {
        var names = Names();
        var happened = new LogCase();
        happened.Add(new LogEvent(0, -1, -1, LogLifecycle.Complete, LogEvent.NoTime));
        happened.Add(new LogEvent(1, -1, -1, LogLifecycle.Complete, LogEvent.NoTime));

        var graph = Fold(names, happened, MadeHours.Hanoi2026);

        Assert.Equal((1, 2), (graph.Find("a", "b")!.Frequency, graph.WithoutTime));
    }

    [Fact]
    public void A_start_tells_the_service_time_and_the_waiting_time_apart()
    {
        var names = Names();
        var happened = new LogCase();
        happened.Add(At(0, LogLifecycle.Complete, 0));
        happened.Add(At(1, LogLifecycle.Start, 2));
        happened.Add(At(1, LogLifecycle.Other, 2));
        happened.Add(At(1, LogLifecycle.Complete, 3));

        var graph = Fold(names, happened, TimeMeasure.WallClock);
        var activity = graph.Find("b")!;

        Assert.Equal((2 * 3600, 3600), (activity.Waiting.TotalSeconds, activity.Service.TotalSeconds));
        Assert.Equal(3 * 3600, graph.Find("a", "b")!.Durations.TotalSeconds);
        Assert.Equal(1, graph.UnusedEvents);
    }

    [Fact]
    public void A_completion_takes_the_earliest_open_start_of_its_activity()
    {
        var names = Names();
        var happened = new LogCase();
        happened.Add(At(0, LogLifecycle.Start, 0));
        happened.Add(At(0, LogLifecycle.Start, 1));
        happened.Add(At(0, LogLifecycle.Complete, 2));
        happened.Add(At(0, LogLifecycle.Complete, 5));

        var activity = Fold(names, happened, TimeMeasure.WallClock).Find("a")!;

        Assert.Equal((2 * 3600, 4 * 3600), (activity.Service.LeastSeconds, activity.Service.GreatestSeconds));
        // The second was begun before the first was completed.
        Assert.Equal((1, 0), (activity.Waiting.Count, activity.Waiting.TotalSeconds));
    }

    [Fact]
    public void An_open_case_has_no_end_and_its_wait_so_far_is_pending()
    {
        var (names, happened) = Case((0, FridayAtFour - Duration.FromHours(1)), (1, FridayAtFour));
        var graph = new DirectlyFollowsGraph(names, MadeHours.Hanoi2026);

        graph.AddOpen(happened, MondayAtNine);

        var last = graph.Find("b")!;
        Assert.Equal((0, 1, 2 * 3600), (last.Ends, last.OpenCases, last.Pending.TotalSeconds));
        Assert.Equal(0, graph.CaseDurations.Count);
    }

    [Fact]
    public void Maps_of_different_clocks_are_not_merged()
    {
        var log = MadeLog.Of("ab");

        Assert.Throws<ArgumentException>(() => log.Map().Merge(log.Map(MadeHours.Hanoi2026)));
    }

    [Fact]
    public void Two_thousand_activities_are_told_apart()
    {
        var steps = Enumerable.Range(0, 2000).Select(number => $"activity {number}").ToList();

        var graph = MadeLog.Named([steps, steps]).Map();

        Assert.Equal(1999, graph.Arcs.Count);
        Assert.All(graph.Arcs, arc => Assert.Equal(2, arc.Frequency));
        Assert.Equal(2, graph.Find("activity 1500", "activity 1501")!.Cases);
        Assert.Null(graph.Find("activity 1501", "activity 1500"));
    }

    private static LogEvent At(int activity, LogLifecycle lifecycle, int hour) =>
        new(activity, -1, -1, lifecycle, (MadeLog.Opening + Duration.FromHours(hour)).ToUnixTimeTicks());

    private static (LogNames Names, LogCase Case) Case(params (int Activity, Instant At)[] steps)
    {
        var made = new LogCase();
        foreach (var (activity, at) in steps)
            made.Add(new LogEvent(activity, -1, -1, LogLifecycle.Complete, at.ToUnixTimeTicks()));
        return (Names(), made);
    }

    private static LogNames Names()
    {
        var names = new LogNames();
        names.Activities.NumberOf("a");
        names.Activities.NumberOf("b");
        return names;
    }

    private static DirectlyFollowsGraph Fold(LogNames names, LogCase happened, TimeMeasure time) => new EventLog(names, [happened]).Map(time);
}
