using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Monitoring;
using MinhBach.Monitoring.Reports;
using MinhBach.Testing;
using MinhBach.Tests.Dossiers;
using MinhBach.Tests.Monitoring;
using MinhBach.Transparency;
using MinhBach.Transparency.Statistics;
using NodaTime;

namespace MinhBach.Tests.Transparency.Statistics;

public sealed class ClosingFacts
{
    [Fact]
    public void A_name_tells_what_was_closed_and_how_manieth_version_it_is()
    {
        foreach (var closing in Closing.After(new(2026, 12, 31)))
        {
            Assert.Equal((closing, 1), Closing.Parse(closing.Name(1)));
            Assert.Equal((closing, 3), Closing.Parse(closing.Name(3)));
        }
    }

    [Fact]
    public void After_each_day_come_the_year_up_to_it_and_the_month_and_windows_that_ended_last()
    {
        var last = Closing.After(new(2026, 11, 14)).ToList();
        Assert.Contains(new(Closing.OnTimeMeasure, "agency", ReportingPeriod.YearTo(new(2026, 11, 14))), last);
        Assert.Contains(new(Closing.OnTimeMeasure, "procedure", new(new(2026, 10, 1), new(2026, 10, 31))), last);
        Assert.Contains(new(Closing.Form07Report, "", new(new(2026, 10, 15), new(2026, 11, 14))), last);
        Assert.Contains(new(Closing.OnTimeMeasure, "agency", new(new(2026, 11, 1), new(2026, 11, 30))), Closing.After(new(2026, 11, 30)));
    }

    [Theory, BothDatabases]
    public async Task A_month_and_a_report_are_published_when_they_end_also_after_nights_that_were_missed_and_are_counted_again(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var work = new VerbFacts.Work(city);
        await city.FinishOneAsync();
        var withdrawn = await work.SubmitAsync(KnownCity.Procedure);
        await city.Service<ReceiveDossier>().RunAsync(withdrawn.Id, work.ActorFor(withdrawn.Id, (await work.ViewAsync(withdrawn.Id)).Now.First()));
        await city.Service<WithdrawDossier>().RunAsync(withdrawn.Id, "Không cần nữa", Story.Citizen);
        var open = await work.SubmitAsync(KnownCity.Procedure);
        await city.Service<ReceiveDossier>().RunAsync(open.Id, work.ActorFor(open.Id, (await work.ViewAsync(open.Id)).Now.First()));
        city.Clock.Advance(Duration.FromDays(40));
        await city.PublishAsync();

        Assert.NotEqual(0, await city.Service<PublishFigures>().RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await city.Service<PublishFigures>().RunAsync(TestContext.Current.CancellationToken));
        await city.PublishAsync();

        var entries = city.ShownEntries();
        var month = entries.Where(entry => entry.Type == EntryTypes.Statistic).Select(LogEntryJson.Facts<PublishedStatistic>).Single(told => told.From.Day == 1 && told.To == new LocalDate(2026, 11, 30) && told.GroupBy == "agency");
        Assert.Equal((3, 1), (month.Total.Received, month.Total.PendingOverdue));
        var form = entries.Where(entry => entry.Type == EntryTypes.Report).Select(LogEntryJson.Facts<PublishedReport>).First(told => told.To == new LocalDate(2026, 12, 14));
        Assert.Equal(new ReportTotal(3, 0, form.Total.Early, form.Total.OnTime, 0, 0, 1), form.Total);
        Assert.Equal(2, form.Total.Early + form.Total.OnTime);
        var report = city.Verify();
        Assert.Equal(0, report.Findings.Total);
        Assert.Equal(entries.Count(entry => EntryTypes.Figures.Contains(entry.Type)), report.Statistics);
    }

    [Theory, BothDatabases]
    public async Task A_wrong_figure_is_found_and_then_corrected_beside_it(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await city.FinishOneAsync();
        city.Clock.Advance(Duration.FromDays(1));
        await city.PublishAsync();
        var closing = Closing.After(city.Service<TimeProvider>().Today().PlusDays(-1)).First();
        await PublishWrongAsync(city, closing);
        await city.Service<PublishFigures>().RunAsync(TestContext.Current.CancellationToken);
        await city.PublishAsync();
        Assert.Contains("statistic.total", city.Verify().Findings.Counts.Keys);

        Assert.Equal([closing.Name(1)], await city.Service<PublishFigures>().CorrectAsync("Cộng nhầm một cơ quan", TestContext.Current.CancellationToken));
        Assert.Empty(await city.Service<PublishFigures>().CorrectAsync("Cộng nhầm một cơ quan", TestContext.Current.CancellationToken));
        await city.CatchUpAsync();
        await city.PublishAsync();

        var corrected = LogEntryJson.Facts<PublishedStatistic>(Assert.Single(city.ShownEntries(), entry => entry.Type == EntryTypes.StatisticCorrected));
        Assert.Equal("Cộng nhầm một cơ quan", corrected.Reason);
        var report = city.Verify();
        Assert.Equal((1, 0L), (report.Corrected, report.Findings.Total));
    }

    // As a program with a mistake would.
    private static async Task PublishWrongAsync(TestCity city, Closing closing)
    {
        var file = StatisticFile.Write([KeyValuePair.Create("H26.9", new OnTimeFigures { Received = 9, DoneEarly = 9, FirstDueMet = 9 })]);
        var told = new PublishedStatistic(
            closing.Measure, 1, closing.Period.From, closing.Period.To, closing.GroupBy, 1, StatisticFile.HashOf(file), PublishedTotal.Of(new OnTimeFigures { Received = 9, DoneEarly = 9, FirstDueMet = 9 }));
        StatisticFiles.Put(city.Service<MinhBach.Transparency.Grow.LogHome>().Folder, told.Sha256, file);
        await city.Service<WriteLanes>().RunAsync(0, async session =>
        {
            await session.Sql("INSERT INTO transparency_statistic (name, sha256, content, at) VALUES ($1, $2, $3, $4)")
                .With(closing.Name(1)).With(told.Sha256).With(System.Text.Encoding.UTF8.GetString(file)).With(session.Now).RunAsync();
            await session.AppendAsync("statistic", await session.NextIdAsync(), null, new StatisticPublished(told), Actor.System);
            return true;
        });
    }
}
