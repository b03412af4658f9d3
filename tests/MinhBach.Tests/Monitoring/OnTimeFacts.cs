using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MinhBach.Kernel;
using MinhBach.Monitoring;
using MinhBach.Procedures;
using MinhBach.Testing;
using NodaTime;

namespace MinhBach.Tests.Monitoring;

public sealed class OnTimeFacts
{
    [Theory, BothDatabases]
    public async Task Every_dossier_is_in_one_place_and_the_open_overdue_counts_against_the_city(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);

        var board = city.Service<OnTime>().Board(KnownCity.November, Grouping.Agency);

        var total = board.Total;
        Assert.Equal(new LocalDate(2026, 11, 25), board.End);
        Assert.Equal((7, 0, 1), (total.Received, total.CarriedOver, total.NotAccepted));
        Assert.Equal((2, 1, 1, 0), (total.DoneEarly, total.DoneOnTime, total.DoneLate, total.DoneUntimed));
        Assert.Equal((0, 1, 1, 1), (total.PendingInTime, total.PendingOverdue, total.Waiting, total.Left));
        Assert.Equal((0.6, 5), (total.OnTimeRate, total.RateCount));
    }

    [Theory, BothDatabases]
    public async Task An_extension_keeps_the_first_due_date_beside_the_current_one(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);

        var total = city.Service<OnTime>().Board(KnownCity.November, Grouping.Agency).Total;

        // The extended dossier kept its second date and missed its first.
        Assert.Equal((2, 3), (total.FirstDueMet, total.FirstDueMissed));
        Assert.Equal(0.4, total.FirstDueRate);
    }

    [Theory, BothDatabases]
    public async Task A_past_period_shows_what_was_so_at_its_end(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);

        var total = city.Service<OnTime>().Board(new(new(2026, 11, 19), new(2026, 11, 20)), Grouping.Field).Total;

        Assert.Equal((0, 5), (total.Received, total.CarriedOver));
        Assert.Equal((1, 3, 0, 1), (total.DoneOnTime, total.PendingInTime, total.PendingOverdue, total.Waiting));
        Assert.Equal(1, total.OnTimeRate);
    }

    [Theory, BothDatabases]
    public async Task What_one_period_leaves_the_next_one_takes_over(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        var measure = city.Service<OnTime>();
        for (var day = new LocalDate(2026, 11, 16); day < new LocalDate(2026, 11, 25); day = day.PlusDays(1))
        {
            var before = measure.Board(new(new(2026, 11, 1), day), Grouping.Agency).Total;
            var after = measure.Board(new(day.PlusDays(1), new(2026, 11, 30)), Grouping.Agency).Total;
            Assert.Equal(before.Pending + before.Waiting, after.CarriedOver);
        }
    }

    [Theory, BothDatabases]
    public async Task Every_figure_opens_to_exactly_the_dossiers_that_it_counts(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        var measure = city.Service<OnTime>();
        foreach (var grouping in Enum.GetValues<Grouping>())
        {
            var group = Assert.Single(measure.Board(KnownCity.November, grouping).Groups);
            foreach (var figure in Enum.GetValues<Figure>())
            {
                Assert.Equal(group.Figures[figure], measure.Counted(KnownCity.November, figure, grouping, group.Key, 0, 100).Count);
            }
        }
    }

    [Theory, BothDatabases]
    public async Task Every_rate_opens_to_exactly_the_dossiers_that_it_is_taken_of(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        var measure = city.Service<OnTime>();
        var total = measure.Board(KnownCity.November, Grouping.Agency).Total;
        int Listed(CountedSet set) => measure.Counted(KnownCity.November, set.Takes, Grouping.Agency, null, 0, 100).Count;

        Assert.Equal((5, 5, 2, 3), (total.RateCount, total.FirstDueCount, total.FirstDueMet, total.FirstDueMissed));
        Assert.Equal(
            (total.RateCount, total.FirstDueCount, total.FirstDueMet, total.FirstDueMissed),
            (Listed(CountedSet.OfRate), Listed(CountedSet.OfFirstRate), Listed(CountedSet.FirstDueMet), Listed(CountedSet.FirstDueMissed)));
        using var visitor = city.Visitor();
        var page = await visitor.GetAsync("/cong-khai?tu=2026-11-01&den=2026-11-30");
        var link = page.Document.QuerySelectorAll(".mb-figures__rate a").Single(link => link.TextContent.StartsWith("Trễ ngày hẹn đầu tiên", StringComparison.Ordinal));
        Assert.Equal(3, (await visitor.GetAsync(link.GetAttribute("href")!)).Document.QuerySelectorAll("tbody tr").Length);
    }

    [Theory, BothDatabases]
    public async Task Starting_over_from_the_first_entry_gives_the_same_facts(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        var before = await FactsAsync(city);
        Assert.Equal(8, before.Count);

        await city.Service<JournalPump>().RebuildAsync(city.Service<IEnumerable<IJournalConsumer>>().OfType<FactKeeper>().Single(), TestContext.Current.CancellationToken);
        await city.CatchUpAsync();

        Assert.Equal(before, await FactsAsync(city));

        await city.Service<IServiceProvider>().RebuildMonitoringAsync(TestContext.Current.CancellationToken);
        await city.CatchUpAsync();

        Assert.Equal(before, await FactsAsync(city));
        Assert.Equal(0.6, city.Service<OnTime>().Board(KnownCity.November, Grouping.Agency).Total.OnTimeRate);
    }

    [Theory, BothDatabases]
    public async Task Who_starts_over_leaves_the_facts_to_a_node_that_is_ahead(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        var before = await FactsAsync(city);

        await city.Service<FactRebuild>().RunAsync(OvertakenAsync(city), TestContext.Current.CancellationToken);
        await city.CatchUpAsync();

        Assert.Equal(before, await FactsAsync(city));
    }

    [Theory, BothDatabases]
    public async Task A_procedure_says_how_long_it_really_took(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        var procedure = city.Service<ProcedureCatalog>().Versions(KnownCity.Procedure)[^1].ProcedureId;

        var record = city.Service<IProcedureTrackRecord>().For(procedure)!;

        // Four were done: after 1, 3, 4 and 4 working days of eight hours, and one hour more each.
        Assert.Equal(4, record.Count);
        Assert.Equal(0.5, record.OnTime);
        Assert.InRange(record.MedianHours, 24, 27);
        Assert.InRange(record.NinthDecileHours, 32, 35);
    }

    // The other node takes the journal while this one has folded its first half.
    private static async IAsyncEnumerable<IReadOnlyList<JournalEntry>> OvertakenAsync(TestCity city)
    {
        var entries = await city.Service<JournalReader>().AfterAsync(JournalPosition.Start, 100_000, TestContext.Current.CancellationToken);
        yield return [.. entries.Take(entries.Count / 2)];
        await city.Service<JournalPump>().CatchUpAsync(TestContext.Current.CancellationToken);
        yield return [.. entries.Skip(entries.Count / 2)];
    }

    private static Task<List<string>> FactsAsync(TestCity city) => city.ScopedAsync<CityDb, List<string>>(async db =>
    {
        var rows = await db.Set<FactRow>().OrderBy(row => row.DossierId).ToListAsync(TestContext.Current.CancellationToken);
        foreach (var row in rows) row.Change = 0;
        return [.. rows.Select(row => JsonSerializer.Serialize(row, KernelJson.Options))];
    });
}
