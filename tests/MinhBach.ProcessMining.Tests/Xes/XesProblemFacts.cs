namespace MinhBach.ProcessMining.Tests;

public sealed class XesProblemFacts
{
    [Fact]
    public void Events_are_put_in_order_of_time_and_those_of_one_moment_keep_theirs()
    {
        var (log, problems) = XesText.Read(XesText.Log(XesText.Case("1",
            XesText.Event("d", "2026-03-03T08:00:00Z"), XesText.Event("a", "2026-03-02T08:00:00Z"),
            XesText.Event("b", "2026-03-02T15:00:00+07:00"), XesText.Event("c", "2026-03-02T08:00:00Z"))));
        Assert.Equal("a b c d", log.Activities());
        Assert.Equal(3, problems.Count(LogProblemKind.OutOfOrder));
    }

    [Fact]
    public void Event_without_a_time_stays_behind_the_event_before_it()
    {
        var (log, problems) = XesText.Read(XesText.Log(XesText.Case("1",
            XesText.Event("b", "2026-03-03"), XesText.Event("after b", null), XesText.Event("a", "2026-03-02"), XesText.Event("after a", "yesterday"))));
        Assert.Equal("a after a b after b", log.Activities());
        Assert.Equal(1, problems.Count(LogProblemKind.MissingTime));
        Assert.Equal(1, problems.Count(LogProblemKind.BrokenDate));
        Assert.Equal("yesterday", problems.Kept.Single(problem => problem.Kind == LogProblemKind.BrokenDate).Value);
    }

    [Fact]
    public void Event_without_an_activity_is_left_out_and_told_with_its_place()
    {
        var (log, problems) = XesText.Read(XesText.Log(XesText.Case("H7", "\n", XesText.Event(null), XesText.Event(" "), XesText.Event("a"))));
        Assert.Equal("a", log.Activities());
        Assert.Equal(2, problems.Count(LogProblemKind.MissingActivity));
        Assert.Equal(("H7", 3L), (problems.Kept[0].Case, problems.Kept[0].Place.Line));
    }

    [Fact]
    public void Case_without_an_id_gets_one_that_no_case_before_it_has()
    {
        var (log, problems) = XesText.Read(XesText.Log(XesText.Case("no-id-2"), XesText.Case(null), XesText.Case("")));
        Assert.Equal(3, log.Cases.Select(found => found.Id).Distinct().Count());
        Assert.Equal(2, problems.Count(LogProblemKind.MissingCaseId));
        Assert.Equal(3, problems.Count(LogProblemKind.EmptyCase));
    }

    [Fact]
    public void Two_cases_of_one_id_are_both_kept_and_told()
    {
        var (log, problems) = XesText.Read(XesText.Log(XesText.Case("1", XesText.Event("a")), XesText.Case("1", XesText.Event("b"))));
        Assert.Equal(2, log.Cases.Count);
        Assert.Equal(1, problems.Count(LogProblemKind.DuplicateCaseId));
    }

    [Theory]
    [InlineData(false, "pay pay pay")]
    [InlineData(true, "pay pay")]
    public void Events_that_look_alike_are_counted_and_kept_unless_asked(bool drop, string expected)
    {
        string Pay(string instance) => XesText.Event("pay", more: XesText.Text("concept:instance", instance));
        var (log, problems) = XesText.Read(
            XesText.Log(XesText.Case("1", Pay("1"), Pay("2"), Pay("1"))), new LogReading { DropDuplicateEvents = drop });
        Assert.Equal(expected, log.Activities());
        Assert.Equal(1, problems.Count(LogProblemKind.DuplicateEvent));
    }

    [Fact]
    public void Date_without_an_offset_is_read_in_the_zone_and_kept_with_detail_once()
    {
        var (log, problems) = XesText.Read(XesText.Log(XesText.Case("1", XesText.Event("a", "2026-03-02T08:00:00"), XesText.Event("b", "2026-03-03"))));
        Assert.Equal(NodaTime.Instant.FromUtc(2026, 3, 2, 1, 0), log.Cases[0].Events[0].At);
        Assert.Equal(2, problems.Count(LogProblemKind.DateWithoutOffset));
        Assert.Single(problems.Kept);
    }

    [Fact]
    public void Activity_that_ends_before_it_starts_is_told()
    {
        string At(string transition, string time) => XesText.Event("a", time, XesText.Text("lifecycle:transition", transition));
        var (log, problems) = XesText.Read(XesText.Log(XesText.Case("1", At("start", "2026-03-02T09:00Z"), At("complete", "2026-03-02T08:00Z"))));
        Assert.Equal(2, log.Cases[0].Events.Length);
        Assert.Equal(1, problems.Count(LogProblemKind.EndBeforeStart));
    }

    [Fact]
    public void What_is_not_understood_is_told()
    {
        var (log, problems) = XesText.Read(XesText.Log(
            "<strange/>", XesText.Event("outside"),
            XesText.Case("1", "<odd/>", "<string key='x'/>", XesText.Text("d", "1"), XesText.Text("d", "2"),
                XesText.Event("a", more: "<odd/><string value='v'/><string key='org:group'/>" + XesText.Text("concept:name", "b")))));
        Assert.Equal("a", log.Activities());
        Assert.Equal("1", log.Cases[0].Attributes["d"]);
        Assert.Equal(3, problems.Count(LogProblemKind.UnknownElement));
        Assert.Equal(1, problems.Count(LogProblemKind.EventOutsideCase));
        Assert.Equal(3, problems.Count(LogProblemKind.BrokenAttribute));
        Assert.Equal(2, problems.Count(LogProblemKind.DuplicateAttribute));
    }

    [Fact]
    public void Every_problem_is_counted_and_the_first_of_a_kind_are_kept()
    {
        var (_, problems) = XesText.Read(XesText.Log(XesText.Case("1", [.. Enumerable.Repeat(XesText.Event(null), 500), XesText.Event("a", new string('x', 300))])));
        Assert.Equal(500, problems.Count(LogProblemKind.MissingActivity));
        Assert.Equal(LogProblems.KeptOfAKind + 1, problems.Kept.Count);
        Assert.Equal(LogProblem.LongestValue, problems.Kept[^1].Value!.Length);
    }
}
