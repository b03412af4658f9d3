using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MinhBach.Accounts.Demo;
using MinhBach.Kernel;
using MinhBach.Monitoring;
using MinhBach.Monitoring.Integrity;
using MinhBach.Organization;
using MinhBach.Testing;
using MinhBach.Tests.Dossiers;
using MinhBach.Tests.Operations;
using NodaTime;

namespace MinhBach.Tests.Monitoring.Integrity;

public sealed class IntegrityFacts
{
    private const string Path = "/theo-doi/liem-chinh";

    [Theory, BothDatabases]
    public async Task What_the_journal_tells_is_found_and_a_rebuild_finds_the_same_and_keeps_the_verdicts(DatabaseKind kind)
    {
        await using var city = await WatchedCity.MakeAsync(kind);
        var grown = await WatchedCity.FindingsAsync(city);
        Assert.Equal(WatchedCity.Known, grown.Select(finding => finding.Pattern).Order());
        await city.Service<MarkFinding>().RunAsync(grown[0], Verdict.Justified, "Đã kiểm tra.", seen: 0, Inspector);

        await city.Service<IServiceProvider>().RebuildMonitoringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(grown, await WatchedCity.FindingsAsync(city));
        Assert.Equal((grown[0].Id, Verdict.Justified), await city.ScopedAsync<CityDb, (long, Verdict)>(async db =>
            await db.Set<FindingMarkRow>().Select(mark => new ValueTuple<long, Verdict>(mark.FindingId, mark.Verdict)).SingleAsync(TestContext.Current.CancellationToken)));
    }

    [Theory, BothDatabases]
    public async Task A_node_that_starts_goes_on_where_the_state_was_stored(DatabaseKind kind)
    {
        await using var city = await WatchedCity.MakeAsync(kind);
        var (store, tail) = (city.Service<IntegrityStore>(), city.Service<IntegrityTail>());
        await tail.RebuildAsync(TestContext.Current.CancellationToken);
        var found = await WatchedCity.FindingsAsync(city);
        var stored = (await store.LoadAsync(TestContext.Current.CancellationToken))!;

        // Older than what is stored: it changes nothing.
        await store.SaveAsync(JournalPosition.Start, [1, 2, 3], TestContext.Current.CancellationToken);
        Assert.Equal(stored.State, (await store.LoadAsync(TestContext.Current.CancellationToken))!.State);
        await AgainAsync();
        Assert.Equal(found, await WatchedCity.FindingsAsync(city));

        // Spoilt: the journal is folded anew, and comes to the same rows.
        await store.SaveAsync(new(stored.Position.Transaction, stored.Position.Sequence + 1_000), [1, 2, 3], TestContext.Current.CancellationToken);
        await AgainAsync();
        Assert.Equal(found, await WatchedCity.FindingsAsync(city));

        // Of another layout: what was found under it goes, but only once somebody follows the journal.
        await store.PutAsync([found[0] with { Id = 16 }], TestContext.Current.CancellationToken);
        await city.SqlAsync("UPDATE monitoring_integrity_state SET layout = 0");
        await AgainAsync();
        Assert.Equal(found, await WatchedCity.FindingsAsync(city));

        async Task AgainAsync()
        {
            await tail.LoadAsync(TestContext.Current.CancellationToken);
            await tail.CatchUpAsync(TestContext.Current.CancellationToken);
        }
    }

    [Theory, BothDatabases]
    public async Task Every_count_opens_to_a_list_of_exactly_that_many(DatabaseKind kind)
    {
        await using var city = await WatchedCity.MakeAsync(kind);
        await FillAsync(city);
        using var overseer = await city.SignInAsync("giam-sat");
        var page = await overseer.GetAsync(Path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var counted = 0;
        foreach (var link in page.Document.QuerySelectorAll("td a").ToList()) counted += await AssertListAsync(overseer, link.GetAttribute("href")!, Page.Squeeze(link.TextContent));
        foreach (var pattern in Patterns.All)
        {
            var own = await overseer.GetAsync(Path + "/" + pattern.Slug);
            var agencies = own.Document.QuerySelectorAll("a[href*='co-quan=']").ToList();
            Assert.NotEmpty(agencies);
            foreach (var link in agencies) counted += await AssertListAsync(overseer, link.GetAttribute("href")!, Page.Squeeze(link.TextContent));
        }

        // A count that is 0 everywhere would prove nothing.
        Assert.InRange(counted, 7 * 120, int.MaxValue);
    }

    [Theory, BothDatabases]
    public async Task Inspectors_see_the_city_leaders_their_agency_heads_their_unit_and_nobody_else_anything(DatabaseKind kind)
    {
        var city = await WatchedCity.OfAsync(kind);
        var findings = await WatchedCity.FindingsAsync(city);
        using (var stranger = city.Visitor()) Assert.StartsWith("/dang-nhap", (await stranger.GetAsync(Path)).Path, StringComparison.Ordinal);
        foreach (var key in new[] { "giam-sat", "noi-vu", "lanh-dao", "truong-phong", "lanh-dao-so" })
        {
            using var visitor = await city.SignInAsync(key);
            var actor = new Ward(city).As(key);
            var seen = findings.Where(finding => key switch
            {
                "giam-sat" or "noi-vu" => true,
                "truong-phong" => finding.UnitId == actor.UnitId,
                _ => finding.AgencyId == actor.AgencyId,
            }).ToList();
            if (key is "lanh-dao") Assert.NotEmpty(seen);
            if (key is "lanh-dao-so") Assert.Empty(seen);
            foreach (var finding in findings)
            {
                var address = string.Create(CultureInfo.InvariantCulture, $"{Path}/{Patterns.Of(finding.Pattern).Slug}/{finding.Id}");
                Assert.Equal(seen.Contains(finding) ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await visitor.GetAsync(address)).Status);
            }

            var shown = (await visitor.GetAsync(Path)).Document.QuerySelectorAll("tbody tr").Sum(row => int.Parse(Page.Squeeze(row.QuerySelector("td a")!.TextContent), CultureInfo.InvariantCulture));
            Assert.Equal(seen.Count, shown);
            Assert.True((await visitor.GetAsync("/theo-doi")).HasLink("Liêm chính số liệu"));
        }

        foreach (var key in new[] { "chuyen-vien", "mot-cua", "van-thu", "quan-tri" })
        {
            using var visitor = await city.SignInAsync(key);
            foreach (var address in new[] { Path, Path + "/" + Patterns.All[0].Slug, "/api/v1/statistics/integrity" }) Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(address)).Status);
            Assert.False((await visitor.GetAsync("/theo-doi")).HasLink("Liêm chính số liệu"));
        }
    }

    [Theory, BothDatabases]
    public async Task A_finding_shows_its_evidence_and_leads_to_the_dossier(DatabaseKind kind)
    {
        var city = await WatchedCity.OfAsync(kind);
        using var overseer = await city.SignInAsync("giam-sat");
        foreach (var finding in await WatchedCity.FindingsAsync(city))
        {
            var pattern = Patterns.Of(finding.Pattern);
            var list = await overseer.GetAsync(Path + "/" + pattern.Slug);
            var page = await overseer.GetAsync(list.Document.QuerySelector($"a[href='{Path}/{pattern.Slug}/{finding.Id}']")!.GetAttribute("href")!);

            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal(pattern.Name, page.Heading);
            Assert.Contains(page.Row("Bằng chứng"), list.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("{", page.Row("Bằng chứng"), StringComparison.Ordinal);
            var dossiers = page.Document.QuerySelectorAll("a[href^='/ho-so/']").Select(link => link.GetAttribute("href")!).ToList();
            Assert.Equal(1 + finding.OtherIds().Count, dossiers.Count);
            Assert.Equal(HttpStatusCode.OK, (await overseer.GetAsync(dossiers[0])).Status);
        }

        var late = await overseer.GetAsync(Path + "/bo-sung-sat-han");
        Assert.Contains("còn 14 giờ đến hạn trả 17:30 ngày 20/11/2026", late.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        foreach (var address in new[] { Path + "/khong-co", Path + "/bo-sung-sat-han/1", Path + "/gia-han-sat-han/" + (await WatchedCity.FindingsAsync(city))[0].Id })
            Assert.Equal(HttpStatusCode.NotFound, (await overseer.GetAsync(address)).Status);
    }

    [Theory, BothDatabases]
    public async Task A_verdict_is_kept_with_its_reason_and_counts(DatabaseKind kind)
    {
        await using var city = await WatchedCity.MakeAsync(kind);
        using var overseer = await city.SignInAsync("giam-sat");
        var finding = (await WatchedCity.FindingsAsync(city)).First(found => found.Pattern == PatternKind.SlowReception);
        var address = string.Create(CultureInfo.InvariantCulture, $"{Path}/tiep-nhan-cham/{finding.Id}");
        var before = await overseer.GetAsync(address);

        var empty = await overseer.SubmitAsync(before, "Ghi đánh giá");
        Assert.Equal(["Chọn một đánh giá.", "Nêu lý do đánh giá."], empty.Errors);
        var marked = await overseer.SubmitAsync(before, "Ghi đánh giá", ("Có lý do chính đáng", "x"), ("Lý do", "Mạng của phường hỏng hai ngày."));
        Assert.Equal("Mạng của phường hỏng hai ngày.", marked.Row("Lý do"));
        // Whoever still has the old page does not overwrite what they have not read.
        var stale = await overseer.SubmitAsync(before, "Ghi đánh giá", ("Xác nhận", "x"), ("Lý do", "Không có sự cố nào."));
        Assert.Equal(["Vừa có người đánh giá phát hiện này. Tải lại trang để xem."], stale.Errors);
        var again = await overseer.SubmitAsync(await overseer.GetAsync(address), "Ghi đánh giá", ("Xác nhận", "x"), ("Lý do", "Không có sự cố nào."));
        Assert.Equal("Xác nhận", again.Row("Đánh giá"));

        await city.CatchUpAsync();
        var told = (await city.Service<JournalReader>().AfterAsync(JournalPosition.Start, 100_000, TestContext.Current.CancellationToken)).Where(entry => entry.Stream == FindingMarked.Stream).ToList();
        Assert.Equal([Verdict.Justified, Verdict.Confirmed], told.Select(entry => ((FindingMarked)entry.Event!).Verdict));
        Assert.Equal([null, told[0].Position.Sequence], told.Select(entry => entry.Previous));
        Assert.All(told, entry => Assert.Equal((finding.Id, ActorKind.Official), (entry.StreamId, entry.Actor.Kind)));
        var row = (await overseer.GetAsync(Path)).Document.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("Tiếp nhận chậm", StringComparison.Ordinal));
        Assert.Equal(["1", "0", "1", "0", "100 %"], row.QuerySelectorAll("td").Take(5).Select(cell => Page.Squeeze(cell.TextContent)));
    }

    [Theory, BothDatabases]
    public async Task Nobody_judges_their_own_work(DatabaseKind kind)
    {
        await using var city = await WatchedCity.MakeAsync(kind);
        var head = new Ward(city).As("truong-phong");
        var own = (await WatchedCity.FindingsAsync(city))[0] with { Id = 16, PersonId = head.PersonId, UnitId = head.UnitId!.Value };
        await city.Service<IntegrityStore>().PutAsync([own], TestContext.Current.CancellationToken);
        using var visitor = await city.SignInAsync("truong-phong");

        var page = await visitor.GetAsync($"{Path}/{Patterns.Of(own.Pattern).Slug}/16");

        Assert.False(page.HasButton("Ghi đánh giá"));
        Assert.Equal("finding.own", (await Assert.ThrowsAsync<RuleBroken>(() => city.Service<MarkFinding>().RunAsync(own, Verdict.Justified, "Tôi thấy đúng.", 0, head))).Code);
        Assert.Equal("finding.reason", (await Assert.ThrowsAsync<RuleBroken>(() => city.Service<MarkFinding>().RunAsync(own, Verdict.Justified, " ", 0, Inspector))).Code);
    }

    [Theory, BothDatabases]
    public async Task The_api_says_what_the_page_says(DatabaseKind kind)
    {
        var city = await WatchedCity.OfAsync(kind);
        using var leader = await city.SignInAsync("lanh-dao");
        var page = await leader.GetAsync(Path);
        var api = page.Document.QuerySelector("a[href^='/api/']")!.GetAttribute("href")!;

        using var answer = JsonDocument.Parse(await leader.Client.GetStringAsync(new Uri(api, UriKind.Relative), TestContext.Current.CancellationToken));

        var patterns = answer.RootElement.GetProperty("patterns").EnumerateArray().ToList();
        Assert.Equal(
            page.Document.QuerySelectorAll("tbody tr").Select(row => Page.Squeeze(row.QuerySelector("th")!.TextContent) + " " + Page.Squeeze(row.QuerySelector("td")!.TextContent)),
            patterns.Select(pattern => pattern.GetProperty("name").GetString() + " " + pattern.GetProperty("count").GetInt32()));
        foreach (var agency in patterns.SelectMany(pattern => pattern.GetProperty("agencies").EnumerateArray()))
        {
            Assert.Equal(DemoAccounts.All.Single(account => account.Key == "lanh-dao").Agency, agency.GetProperty("code").GetString());
            Assert.Equal(1000.0 * agency.GetProperty("count").GetInt32() / agency.GetProperty("dossiers").GetInt32(), agency.GetProperty("perThousand").GetDouble(), 6);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await leader.Client.GetAsync(new Uri("/api/v1/statistics/integrity?from=hom-qua", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        using var stranger = city.Visitor();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.Client.GetAsync(new Uri("/api/v1/statistics/integrity", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    private static Actor Inspector { get; } = new(ActorKind.Official, "Thanh tra viên", PersonId: 1, PostId: 1, UnitId: 1, AgencyId: 1);

    // Every pattern has more findings than a page, in two agencies and of every verdict.
    private static async Task FillAsync(TestCity city)
    {
        var example = (await WatchedCity.FindingsAsync(city))[0];
        var other = city.Service<OrganizationLookup>().Current.Agencies.Last(agency => agency.Id.Value != example.AgencyId).Id.Value;
        var rows = Patterns.All.SelectMany(pattern => Enumerable.Range(1, 60).Select(i => example with
        {
            Id = FindingRow.IdOf(1_000_000 + i, pattern.Kind),
            Pattern = pattern.Kind,
            AgencyId = i % 3 == 0 ? other : example.AgencyId,
        })).ToList();
        await city.Service<IntegrityStore>().PutAsync(rows, TestContext.Current.CancellationToken);
        foreach (var row in rows.Where(row => row.Id % 5 == 0)) await city.Service<MarkFinding>().RunAsync(row, row.Id % 2 == 0 ? Verdict.Confirmed : Verdict.Justified, "Đã xem.", 0, Inspector);
    }

    // How many findings the list has over all its pages.
    private static async Task<int> AssertListAsync(Visitor visitor, string address, string said)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var next = address; next is not null;)
        {
            var page = await visitor.GetAsync(next);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            foreach (var link in page.Document.QuerySelectorAll("td a").Where(link => Page.Squeeze(link.TextContent).StartsWith("Xem xét", StringComparison.Ordinal))) Assert.True(seen.Add(link.GetAttribute("href")!));
            next = page.Document.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(said, seen.Count.ToString(CultureInfo.InvariantCulture));
        return seen.Count;
    }
}
