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
        var view = await FinishOneAsync(city);

        await PublishAsync(city);
        await PublishAsync(city);

        var entries = Shown(city);
        Assert.Equal(EntryTypes.Began, entries[0].Type);
        Assert.Contains(entries, entry => entry.Type == EntryTypes.RuleSet);
        Assert.Contains(entries, entry => entry.Type == EntryTypes.Agency);
        var mine = entries.Where(entry => entry.Case is not null).ToList();
        Assert.Equal(view.History.Select(occurred => occurred.Name), mine.Select(entry => entry.Type));
        Assert.Equal(Enumerable.Range(1, mine.Count), mine.Select(entry => entry.Number!.Value));
        Assert.Equal(view.History.Select(occurred => occurred.At), mine.Select(entry => entry.At));
        Assert.Single(mine.Select(entry => entry.Case).Distinct());
        Assert.All(mine.SkipWhile(entry => entry.Type != "dossier.received"), entry => Assert.Equal(view.Clock!.FirstDue.Date, entry.FirstDue));
        var all = Encoding.UTF8.GetString(ReadLeaves(city).SelectMany(leaf => leaf).ToArray());
        Assert.DoesNotContain(view.Code, all, StringComparison.Ordinal);
        Assert.DoesNotContain(view.Applicant.Name, all, StringComparison.Ordinal);
        Assert.All(view.History.Where(occurred => occurred.Actor.Kind == ActorKind.Official), occurred => Assert.DoesNotContain(occurred.Actor.Name, all, StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Whoever_has_the_dossier_can_prove_each_event_and_open_their_own(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var view = await FinishOneAsync(city);
        await PublishAsync(city);

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
        var view = await FinishOneAsync(city);
        await PublishAsync(city);
        var before = ReadLeaves(city);

        Assert.True(await city.Service<EraseCase>().RunAsync(view.Id.Value, TestContext.Current.CancellationToken));
        await FinishOneAsync(city);
        await PublishAsync(city);

        Assert.Empty(await city.Service<DossierProofs>().OfAsync(view, TestContext.Current.CancellationToken));
        Assert.Equal(before, ReadLeaves(city).Take(before.Count));
        Assert.Empty(new LogCheck(Folder(city), Head(city)).Run().SelectMany(bundle => bundle.Damage));
        var rows = await city.Service<EntryStore>().CasesAsync([view.Id.Value], TestContext.Current.CancellationToken);
        Assert.Equal(("", "", null), (rows[view.Id.Value].Pseudonym, rows[view.Id.Value].Secret, rows[view.Id.Value].Newest));
    }

    [Theory, BothDatabases]
    public async Task Published_figures_are_counted_again_from_the_log_alone(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await FinishOneAsync(city);
        await new VerbFacts.Work(city).SubmitAsync(KnownCity.Procedure);
        city.Clock.Advance(Duration.FromDays(1));

        Assert.Equal(2, await city.Service<PublishFigures>().RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await city.Service<PublishFigures>().RunAsync(TestContext.Current.CancellationToken));
        await PublishAsync(city);

        var entries = Shown(city);
        var told = LogEntryJson.Facts<PublishedStatistic>(entries.First(entry => entry.Type == EntryTypes.Statistic));
        Assert.Equal(1, told.Total.Received);
        var file = await File.ReadAllBytesAsync(Path.Combine(city.Service<LogHome>().Folder, "statistics", told.Sha256 + ".csv"), TestContext.Current.CancellationToken);
        Assert.Equal(told.Sha256, StatisticFile.HashOf(file));
        Assert.Equal(told.Rows, StatisticFile.Rows(file));
        using var visitor = city.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(visitor, $"/log/statistics/{told.Sha256}.csv")).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task Files_that_are_lost_cut_off_or_altered_are_named_and_made_anew(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await FinishOneAsync(city);
        await PublishAsync(city);
        var files = Directory.EnumerateFiles(Path.Combine(city.Service<LogHome>().Folder, "tile"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var whole = files.ToDictionary(file => file, File.ReadAllBytes, StringComparer.Ordinal);
        city.Service<PublishLog>().Close();
        File.Delete(files[0]);
        await File.WriteAllBytesAsync(files[^1], whole[files[^1]][..^1], TestContext.Current.CancellationToken);

        await PublishAsync(city);
        Assert.All(files, file => Assert.Equal(whole[file], File.ReadAllBytes(file)));

        var altered = (byte[])whole[files[^1]].Clone();
        altered[5] ^= 1;
        await File.WriteAllBytesAsync(files[^1], altered, TestContext.Current.CancellationToken);
        var found = await city.Service<PublishLog>().CheckAsync(TestContext.Current.CancellationToken);
        Assert.Contains(found, damage => files[^1].EndsWith(damage.Path, StringComparison.Ordinal));
        Assert.Equal(whole[files[^1]], await File.ReadAllBytesAsync(files[^1], TestContext.Current.CancellationToken));
    }

    [Theory, BothDatabases]
    public async Task All_files_gone_the_same_log_is_made_of_what_the_city_keeps(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await FinishOneAsync(city);
        await PublishAsync(city);
        var head = Head(city);
        city.Service<PublishLog>().Close();
        Directory.Delete(Path.Combine(city.Service<LogHome>().Folder), recursive: true);
        Directory.CreateDirectory(city.Service<LogHome>().Folder);

        await FinishOneAsync(city);
        await PublishAsync(city);

        var tiles = new TileTree(Folder(city), Head(city).Size);
        Assert.True(ConsistencyProof.Verify(head.Size, Head(city).Size, head.Root, Head(city).Root, ConsistencyProof.Make(tiles, head.Size, Head(city).Size)));
    }

    [Theory, BothDatabases]
    public async Task A_database_set_back_takes_back_what_was_published_and_never_forks(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await FinishOneAsync(city);
        await PublishAsync(city);
        var head = Head(city);
        city.Service<PublishLog>().Close();
        await city.Service<WriteLanes>().RunAsync(0, async session =>
        {
            await session.Sql("DELETE FROM transparency_entry WHERE position >= $1").With(head.Size - 3).RunAsync();
            return await session.Sql("DELETE FROM transparency_head").RunAsync();
        });

        await PublishAsync(city);

        Assert.Equal(head, Head(city));
        Assert.Equal(head.Size, (await city.Service<EntryStore>().EndAsync(TestContext.Current.CancellationToken)).Count);
    }

    [Theory, BothDatabases]
    public async Task A_clock_that_was_set_back_stops_publication_and_not_the_work(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await FinishOneAsync(city);
        await PublishAsync(city);
        var head = Head(city);

        city.Clock.Advance(-Duration.FromHours(1));
        await FinishOneAsync(city);
        Assert.Equal(Published.Nothing, await city.Service<PublishLog>().TryAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PublicLogTrouble.Clock, city.Service<PublicLogStatus>().Trouble?.Key);
        Assert.Equal(head, Head(city));

        city.Clock.Advance(Duration.FromHours(2));
        await PublishAsync(city);
        Assert.Null(city.Service<PublicLogStatus>().Trouble);
        Assert.True(Head(city).Size > head.Size);
        Assert.True(Shown(city).Zip(Shown(city).Skip(1)).All(pair => pair.First.Logged <= pair.Second.Logged));
    }

    [Theory, BothDatabases]
    public async Task Without_its_key_nothing_is_signed_and_no_other_key_is_made(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await FinishOneAsync(city);
        await PublishAsync(city);
        city.Service<PublishLog>().Close();
        city.Service<LogHome>().Dispose();
        foreach (var key in Directory.EnumerateFiles(Path.Combine(city.Service<CityDatabase>().DataFolder, "keys"), "log*.key")) File.Delete(key);

        Assert.Equal(Published.Nothing, await city.Service<PublishLog>().TryAsync(TestContext.Current.CancellationToken));

        Assert.Equal(PublicLogTrouble.Spoilt, city.Service<PublicLogStatus>().Trouble?.Key);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(city.Service<CityDatabase>().DataFolder, "keys"), "log*.key"));
    }

    [Theory, BothDatabases]
    public async Task Two_that_publish_at_once_enter_each_event_once(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        for (var i = 0; i < 3; i++) await FinishOneAsync(city);
        await PublishAsync(city);
        await FinishOneAsync(city);

        var enter = city.Service<EnterJournal>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (await enter.RunAsync(TestContext.Current.CancellationToken))
            {
            }
        })));
        await PublishAsync(city);

        Assert.All(Shown(city).Where(entry => entry.Case is not null).GroupBy(entry => entry.Case), mine => Assert.Equal(Enumerable.Range(1, mine.Count()), mine.Select(entry => entry.Number!.Value)));
    }

    [Theory, BothDatabases]
    public async Task Missing_witnesses_hold_up_publication_and_nothing_else(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await FinishOneAsync(city);
        await PublishAsync(city);
        using var witness = SignerKey.Generate("bao.example/nhan-chung", SignatureKind.Cosignature);
        var policy = LogPolicy.Of(city.Service<LogHome>().Published()[0], 1, witness.Verifier).ToString().Replace($"witness w1 {witness.Verifier}", $"witness w1 {witness.Verifier} http://127.0.0.1:9/", StringComparison.Ordinal);
        await File.WriteAllTextAsync(city.Service<LogHome>().PolicyPath, policy, TestContext.Current.CancellationToken);
        var head = Head(city);

        await FinishOneAsync(city);
        await city.Service<PublishLog>().TryAsync(TestContext.Current.CancellationToken);
        Assert.Equal(PublicLogTrouble.Quorum, city.Service<PublicLogStatus>().Trouble?.Key);
        Assert.Equal(head, Head(city));

        File.Delete(city.Service<LogHome>().PolicyPath);
        city.Clock.Advance(Duration.FromMinutes(1));
        await city.Service<PublishLog>().TryAsync(TestContext.Current.CancellationToken);
        Assert.Null(city.Service<PublicLogStatus>().Trouble);
        Assert.True(Head(city).Size > head.Size);
    }

    [Theory, BothDatabases]
    public async Task Only_files_of_the_log_are_served_with_headers_that_a_cache_understands(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await FinishOneAsync(city);
        await PublishAsync(city);
        using var visitor = city.Visitor();

        var checkpoint = await AskAsync(visitor, "/log/checkpoint");
        Assert.Equal(HttpStatusCode.OK, checkpoint.StatusCode);
        Assert.Equal("public, must-revalidate, max-age=1", checkpoint.Headers.CacheControl!.ToString());
        var width = Head(city).Size % 256;
        var tile = await AskAsync(visitor, $"/log/tile/entries/000.p/{width}");
        Assert.Contains("immutable", tile.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("*", Assert.Single(tile.Headers.GetValues("Access-Control-Allow-Origin")));
        foreach (var path in new[] { "/log/.lock", "/log/../keys/log.key", "/log/%2e%2e/keys/log.key", "/log/tile/entries/001", "/log/tile/9/000", "/log/", "/log/statistics/.aside" })
            Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(visitor, path)).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task People_read_the_log_and_find_what_they_look_for(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var view = await FinishOneAsync(city);
        await PublishAsync(city);
        using var visitor = city.Visitor();
        var name = Shown(city).First(entry => entry.Case is not null).Case!;

        var all = await visitor.GetAsync("/nhat-ky");
        Assert.Equal(HttpStatusCode.OK, all.Status);
        var mine = await visitor.GetAsync("/nhat-ky?ma=" + name);
        Assert.Equal(view.History.Count, mine.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Tiếp nhận hồ sơ", mine.Document.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await visitor.GetAsync("/nhat-ky?ngay=01/01/2020")).Document.QuerySelectorAll("tbody tr"));
        Assert.NotEmpty((await visitor.GetAsync("/nhat-ky?ngay=17/11/2026&thu-tuc=" + view.Procedure.Code)).Document.QuerySelectorAll("tbody tr"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/nhat-ky/1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/nhat-ky/999999999")).Status);
        var proof = await AskAsync(visitor, "/nhat-ky/1?handler=Proof");
        var read = LogProof.Parse(await proof.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.True(read.Judge(EventProof.Read(read.Extra.Span).Leaf, LogPolicy.Of(city.Service<LogHome>().Published()[0], 0)).IsAccepted);
        // Whoever has no secret gets no proof of whose entries these are.
        Assert.Equal("/tra-cuu/" + view.Code, (await visitor.GetAsync($"/tra-cuu/{view.Code}/bang-chung")).Path);
    }

    private static async Task<DossierView> FinishOneAsync(TestCity city)
    {
        var work = new VerbFacts.Work(city);
        var id = (await work.SubmitAsync(KnownCity.Procedure)).Id;
        await work.FinishAsync(id);
        return await work.ViewAsync(id);
    }

    private static Task<HttpResponseMessage> AskAsync(Visitor visitor, string path) => visitor.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    private static Task PublishAsync(TestCity city) => city.Service<PublishLog>().CatchUpAsync(TestContext.Current.CancellationToken);

    private static LogFolder Folder(TestCity city) => new(city.Service<LogHome>().Folder);

    private static TreeHead Head(TestCity city)
    {
        var note = LogFiles.ShownCheckpoint(city.Service<LogHome>().Folder)!;
        return Checkpoint.Open(note, city.Service<LogHome>().Published()[0]).Head;
    }

    private static List<byte[]> ReadLeaves(TestCity city) => [.. new LogCheck(Folder(city), Head(city)).Run().SelectMany(bundle => bundle.Entries).Select(entry => entry.ToArray())];

    private static List<LogEntry> Shown(TestCity city) => ReadLeaves(city).ConvertAll(leaf => LogEntryJson.Read(leaf));
}
