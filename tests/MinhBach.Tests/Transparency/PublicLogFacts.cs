using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Monitoring;
using MinhBach.Testing;
using MinhBach.Tests.Dossiers;
using MinhBach.Tests.Monitoring;
using MinhBach.Transparency;
using MinhBach.Transparency.Enter;
using MinhBach.Transparency.Grow;
using MinhBach.Transparency.Held;
using MinhBach.Transparency.Statistics;
using MinhBach.TransparencyLog;
using NodaTime;

namespace MinhBach.Tests.Transparency;

public sealed class PublicLogFacts
{
    [Theory, BothDatabases]
    public async Task Every_event_of_a_dossier_is_entered_once_and_names_nobody(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var view = await city.FinishOneAsync();

        await city.PublishAsync();
        await city.PublishAsync();

        var entries = city.ShownEntries();
        Assert.Equal(EntryTypes.Began, entries[0].Type);
        Assert.Contains(entries, entry => entry.Type == EntryTypes.RuleSet);
        Assert.Contains(entries, entry => entry.Type == EntryTypes.Agency);
        var mine = entries.Where(entry => entry.Case is not null).ToList();
        Assert.Equal(view.History.Select(occurred => occurred.Name), mine.Select(entry => entry.Type));
        Assert.Equal(Enumerable.Range(1, mine.Count), mine.Select(entry => entry.Number!.Value));
        Assert.Equal(view.History.Select(occurred => occurred.At), mine.Select(entry => entry.At));
        Assert.Single(mine.Select(entry => entry.Case).Distinct());
        Assert.All(mine.SkipWhile(entry => entry.Type != "dossier.received"), entry => Assert.Equal(view.Clock!.FirstDue.Date, entry.FirstDue));
        var all = Encoding.UTF8.GetString(city.Leaves().SelectMany(leaf => leaf).ToArray());
        Assert.DoesNotContain(view.Code, all, StringComparison.Ordinal);
        Assert.DoesNotContain(view.Applicant.Name, all, StringComparison.Ordinal);
        Assert.All(view.History.Where(occurred => occurred.Actor.Kind == ActorKind.Official), occurred => Assert.DoesNotContain(occurred.Actor.Name, all, StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Whoever_has_the_dossier_can_prove_each_event_and_open_their_own(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var view = await city.FinishOneAsync();
        await city.PublishAsync();

        var proven = await city.Service<DossierProofs>().OfAsync(view, TestContext.Current.CancellationToken);

        var policy = LogPolicy.Of(city.Service<LogHome>().Published()[0], 0);
        Assert.Equal(view.History.Count, proven.Count);
        Assert.All(proven, one =>
        {
            var told = EventProof.Read(one.Proof!.Extra.Span);
            told.Check();
            Assert.True(one.Proof.Judge(told.Leaf, policy).IsAccepted);
        });
        Assert.Contains("\n", EventProof.Read(proven.Single(one => one.Entry.Type == "dossier.received").Proof!.Extra.Span).Text!, StringComparison.Ordinal);
        Assert.All(proven.Where(one => one.Entry.Type.StartsWith("dossier.step", StringComparison.Ordinal)), one => Assert.Null(EventProof.Read(one.Proof!.Extra.Span).Text));
    }

    [Theory, BothDatabases]
    public async Task Erased_the_log_still_verifies_and_nothing_leads_to_the_dossier(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var view = await city.FinishOneAsync();
        await city.PublishAsync();
        var before = city.Leaves();

        Assert.True(await city.Service<EraseCase>().RunAsync(view.Id.Value, TestContext.Current.CancellationToken));
        await city.FinishOneAsync();
        await city.PublishAsync();

        Assert.Empty(await city.Service<DossierProofs>().OfAsync(view, TestContext.Current.CancellationToken));
        Assert.Equal(before, city.Leaves().Take(before.Count));
        Assert.Empty(new LogCheck(city.LogFolder(), city.LogHead()).Run(cancellation: TestContext.Current.CancellationToken).SelectMany(bundle => bundle.Damage));
        var rows = await city.Service<EntryStore>().CasesAsync([view.Id.Value], TestContext.Current.CancellationToken);
        Assert.Equal(("", "", null), (rows[view.Id.Value].Pseudonym, rows[view.Id.Value].Secret, rows[view.Id.Value].Newest));
    }

    [Theory, BothDatabases]
    public async Task What_is_not_ended_is_not_erased(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var open = await new VerbFacts.Work(city).SubmitAsync(KnownCity.Procedure);
        await city.PublishAsync();

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => city.Service<EraseCase>().RunAsync(open.Id.Value, TestContext.Current.CancellationToken));

        Assert.Equal("log.openDossier", refused.Code);
    }

    [Theory, BothDatabases]
    public async Task Published_figures_are_counted_again_from_the_log_alone(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await city.FinishOneAsync();
        await new VerbFacts.Work(city).SubmitAsync(KnownCity.Procedure);
        city.Clock.Advance(Duration.FromDays(1));
        await city.PublishAsync();

        Assert.Equal(2, await city.Service<PublishFigures>().RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await city.Service<PublishFigures>().RunAsync(TestContext.Current.CancellationToken));
        await city.PublishAsync();

        var entries = city.ShownEntries();
        var told = LogEntryJson.Facts<PublishedStatistic>(entries.First(entry => entry.Type == EntryTypes.Statistic));
        Assert.Equal(1, told.Total.Received);
        var file = await File.ReadAllBytesAsync(Path.Combine(city.Service<LogHome>().Folder, "statistics", told.Sha256 + ".csv"), TestContext.Current.CancellationToken);
        Assert.Equal(told.Sha256, StatisticFile.HashOf(file));
        Assert.Equal(told.Rows, StatisticFile.Rows(file));
        using var visitor = city.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await visitor.AskAsync($"/log/statistics/{told.Sha256}.csv")).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task Only_files_of_the_log_are_served_with_headers_that_a_cache_understands(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await city.FinishOneAsync();
        await city.PublishAsync();
        using var visitor = city.Visitor();

        var checkpoint = await visitor.AskAsync("/log/checkpoint");
        Assert.Equal(HttpStatusCode.OK, checkpoint.StatusCode);
        Assert.Equal("public, must-revalidate, max-age=1", checkpoint.Headers.CacheControl!.ToString());
        var size = city.LogHead().Size;
        var tile = await visitor.AskAsync("/log/" + new Tile(Tile.Entries, size / Tile.FullWidth, (int)(size % Tile.FullWidth)).Path);
        Assert.Contains("immutable", tile.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("*", Assert.Single(tile.Headers.GetValues("Access-Control-Allow-Origin")));
        foreach (var path in new[] { "/log/.lock", "/log/../keys/log.key", "/log/%2e%2e/keys/log.key", "/log/tile/entries/900", "/log/tile/9/000", "/log/", "/log/statistics/.aside" })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.AskAsync(path)).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task People_read_the_log_and_find_what_they_look_for(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var view = await city.FinishOneAsync();
        await city.PublishAsync();
        using var visitor = city.Visitor();
        var name = city.ShownEntries().First(entry => entry.Case is not null).Case!;

        var all = await visitor.GetAsync("/nhat-ky");
        Assert.Equal(HttpStatusCode.OK, all.Status);
        var mine = await visitor.GetAsync("/nhat-ky?ma=" + name);
        Assert.Equal(view.History.Count, mine.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Tiếp nhận hồ sơ", mine.Document.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await visitor.GetAsync("/nhat-ky?ngay=01/01/2020")).Document.QuerySelectorAll("tbody tr"));
        Assert.NotEmpty((await visitor.GetAsync("/nhat-ky?ngay=17/11/2026&thu-tuc=" + view.Procedure.Code)).Document.QuerySelectorAll("tbody tr"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/nhat-ky/1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/nhat-ky/999999999")).Status);
        var proof = await visitor.AskAsync("/nhat-ky/1?handler=Proof");
        var read = LogProof.Parse(await proof.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.True(read.Judge(EventProof.Read(read.Extra.Span).Leaf, LogPolicy.Of(city.Service<LogHome>().Published()[0], 0)).IsAccepted);
        // Whoever has no secret gets no proof of whose entries these are.
        Assert.Equal("/tra-cuu/" + view.Code, (await visitor.GetAsync($"/tra-cuu/{view.Code}/bang-chung")).Path);
    }
}
