using System.Text.Json;
using MinhBach.Testing;

namespace MinhBach.ProcessMining.Tests;

public sealed class LogSummaryFacts
{
    private static LogCase Case(string? due, string? done, string? start = null, string? department = null)
    {
        var found = new LogCase { Id = "1" };
        foreach (var (key, value) in new[] { ("due", due), ("done", done), ("start", start), ("department", department) })
        {
            if (value is not null)
                found.Attributes.Add(key, value);
        }

        return found;
    }

    [Fact]
    public void What_nobody_names_is_not_guessed_when_guessing_is_not_wanted()
    {
        var told = LogSummary.Of([Case("2026-03-09", "2026-03-10")], new SummaryOptions { Due = "due", Guesses = false });

        Assert.Equal(new DueAttributes("due", null, null, IsGuessed: false), told.Dates);
        Assert.Equal((0L, 1L), (told.Closed, told.Open));
    }

    [Theory]
    [InlineData("Ngày hẹn trả", "Ngày trả kết quả")]
    [InlineData("HAN_TRA", "ngay_hoan_thanh")]
    [InlineData("(case) enddatePlanned", "(case) endDate")]
    [InlineData("case:Due Date", "case:Completed-At")]
    public void Dates_are_guessed_however_their_names_are_written(string due, string done)
    {
        var found = new LogCase { Id = "1" };
        found.Attributes.Add(due, "09/03/2026");
        found.Attributes.Add(done, "10/03/2026");
        found.Attributes.Add("note", "x");

        var told = LogSummary.Of([found]);

        Assert.Equal((due, done, 1L), (told.Dates.Due, told.Dates.Done, told.Late));
        Assert.Equal(new[] { due, done, "note" }.Order(StringComparer.Ordinal), told.Attributes);
    }

    [Fact]
    public void The_dates_of_a_case_are_told_with_its_standing()
    {
        var dates = new DueAttributes("due", "done", "start", IsGuessed: false);
        var zone = NodaTime.DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"];

        var found = dates.Of(Case("2026-03-09", "2026-03-10T08:00:00+07:00", "2026-03-11").Attributes, zone);

        Assert.Equal((LogStanding.Late, true), (found.Standing, found.IsDoneBeforeStart));
        Assert.Equal(NodaTime.Instant.FromUtc(2026, 3, 9, 17, 0) - NodaTime.Duration.FromTicks(1), found.Due);
        Assert.Equal(NodaTime.Instant.FromUtc(2026, 3, 10, 1, 0), found.Done);
        Assert.Equal(LogStanding.Broken, dates.Of(Case("soon", "2026-03-10").Attributes, zone).Standing);
    }

    [Theory]
    [InlineData("2026-03-09T17:00:00+07:00", "2026-03-09T17:00:00+07:00", "OnTime")]
    [InlineData("2026-03-09T17:00:00+07:00", "2026-03-09T17:00:00.001+07:00", "Late")]
    [InlineData("2026-03-09T17:00:00+07:00", "2026-03-09T10:00:00Z", "OnTime")]
    [InlineData("2026-03-09", "2026-03-09T23:59:59+07:00", "OnTime")]
    [InlineData("2026-03-09", "2026-03-10T00:00:00+07:00", "Late")]
    [InlineData("09/03/2026", "09/03/2026", "OnTime")]
    [InlineData(null, "2026-03-09", "Undue")]
    [InlineData("2026-03-09", null, "Open")]
    [InlineData("2026-03-09", " ", "Open")]
    [InlineData(null, null, "Open")]
    [InlineData("2026-03-09", "soon", "Broken")]
    [InlineData("soon", "2026-03-09", "Broken")]
    [InlineData("soon", null, "Broken")]
    public void Every_case_has_one_standing(string? due, string? done, string standing)
    {
        var summary = LogSummary.Of([Case(due, done)], new SummaryOptions { Due = "due", Done = "done" });
        var counts = new Dictionary<string, long?>
        {
            ["OnTime"] = summary.OnTime,
            ["Late"] = summary.Late,
            ["Undue"] = summary.Undue,
            ["Open"] = summary.Open,
            ["Broken"] = summary.Broken,
        };
        Assert.Equal([standing], counts.Where(count => count.Value == 1).Select(count => count.Key));
        Assert.Equal(1, counts.Values.Sum());
        Assert.Equal(standing is "OnTime" or "Late" or "Undue" ? 1 : 0, summary.Closed);
    }

    [Fact]
    public void Case_done_before_it_began_is_closed_and_told()
    {
        var summary = LogSummary.Of([Case("2026-03-09", "2026-03-01", "2026-03-02"), Case("2026-03-09", "2026-03-03", "2026-03-02")]);
        Assert.Equal((2L, 2L, 1L), (summary.Closed, summary.OnTime, summary.DoneBeforeStart));
        Assert.Equal(new DueAttributes("due", "done", "start", true), summary.Dates);
    }

    [Fact]
    public void Log_without_dates_has_no_counts_of_them()
    {
        var (log, _) = XesText.Read(XesText.Log(
            XesText.Case("1", XesText.Event("a"), XesText.Event("b", null)), XesText.Case("2", XesText.Event("a"), XesText.Event("b")),
            XesText.Case("3", XesText.Event("b"), XesText.Event("a")), XesText.Case("4")));
        var summary = LogSummary.Of(log.Cases);
        Assert.Equal((4L, 6L, 2, 3), (summary.Cases, summary.Events, summary.Activities, summary.Variants));
        Assert.Equal(0, summary.Closed);
        Assert.Equal(summary.Cases, summary.Open);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(7)), summary.First);
        Assert.Null(LogSummary.Of([]).First);
    }

    [Fact]
    public void Variants_are_told_apart_by_what_was_completed()
    {
        string Begun(string activity) => XesText.Event(activity, more: XesText.Text("lifecycle:transition", "start"));
        var (log, _) = XesText.Read(XesText.Log(
            XesText.Case("1", XesText.Event("a"), XesText.Event("b")), XesText.Case("2", Begun("a"), XesText.Event("a"), Begun("b"), XesText.Event("b")),
            XesText.Case("3", XesText.Event("a"), Begun("b"))));
        Assert.Equal(2, LogSummary.Of(log.Cases).Variants);
    }

    [Fact]
    public void Receipt_log_stands_as_another_program_counted_it()
    {
        using var file = File.OpenRead(SharedData.Find("event-logs/08_receipt.xes.gz"));
        var summary = LogSummary.Of(new XesReader(file).Cases(), new SummaryOptions { By = ["department", "channel", "responsible"] });
        Assert.Equal(new DueAttributes("enddate_planned", "enddate", "startdate", true), summary.Dates);
        Assert.Equal((1434L, 8577L, 27, 116), (summary.Cases, summary.Events, summary.Activities, summary.Variants));
        Assert.Equal((1329L, 940L, 389L, 105L, 0L), (summary.Closed, summary.OnTime, summary.Late, summary.Open, summary.Broken));
        Assert.Equal((0L, 2L), (summary.Undue, summary.DoneBeforeStart));
        string[] Told(int split) => [.. summary.By[split].Values.Select(value => $"{value.Value} {value.Counts.OnTime} {value.Counts.Late} {value.Counts.Open}")];
        Assert.Equal(["General 904 381 105", "Customer contact 28 1 0", "Experts 8 7 0"], Told(0));
        Assert.Equal(["Internet 825 323 102", "Desk 66 41 2", "Post 35 17 1", "e-mail 13 8 0", "Intern 1 0 0"], Told(1));
        Assert.Contains("Resource11 311 25 0", Told(2));
        Assert.Contains("Resource02 63 42 9", Told(2));
    }

    [Fact]
    public void Receipt_log_stands_otherwise_against_its_legal_deadline()
    {
        using var file = File.OpenRead(SharedData.Find("event-logs/08_receipt.xes.gz"));
        var summary = LogSummary.Of(new XesReader(file).Cases(), new SummaryOptions { Due = "deadline", Done = "enddate" });
        Assert.Equal((952L, 377L, false), (summary.OnTime, summary.Late, summary.Dates.IsGuessed));
    }

    [Fact]
    public void Summary_is_written_as_json_with_plain_names()
    {
        var json = JsonSerializer.SerializeToElement(
            LogSummary.Of([Case("2026-03-09", "2026-03-08", department: "Tư pháp")], new SummaryOptions { By = ["department"] }), JsonSerializerOptions.Web);
        foreach (var name in new[] { "cases", "closed", "onTime" })
            Assert.Equal(1, json.GetProperty(name).GetInt64());
        foreach (var name in new[] { "events", "activities", "late", "open", "broken" })
            Assert.Equal(0, json.GetProperty(name).GetInt64());
        Assert.Equal(1, json.GetProperty("by")[0].GetProperty("values")[0].GetProperty("counts").GetProperty("onTime").GetInt64());
    }

    [Fact]
    public void Values_beyond_the_limit_and_cases_without_the_attribute_are_counted_apart()
    {
        var cases = Enumerable.Range(0, 5).Select(number => Case(null, null, department: $"d{number}")).Append(Case(null, "2026-03-01"));
        var split = LogSummary.Of(cases, new SummaryOptions { By = ["department"], MostValues = 3 }).By.Single();
        Assert.Equal(3, split.Values.Count);
        Assert.Equal((3L, 1L), (split.Without!.Cases, split.Without.Closed));
    }

    [Fact]
    public void Attributes_are_settled_after_a_thousand_cases_and_nothing_is_lost()
    {
        var cases = Enumerable.Range(0, 2500).Select(number => Case("2026-03-09", number % 2 == 0 ? "2026-03-08" : null));
        var summary = LogSummary.Of(cases);
        Assert.Equal((2500L, 1250L, 1250L), (summary.Cases, summary.OnTime, summary.Open));
    }
}
