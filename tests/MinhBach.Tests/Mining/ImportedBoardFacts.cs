using System.Collections.Concurrent;
using System.Net;
using MinhBach.Kernel;
using MinhBach.Testing;

namespace MinhBach.Tests.Mining;

public sealed class ImportedBoardFacts
{
    private const string Board = "/theo-doi/he-thong-cu/cap-phep-xay-dung";

    private static readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<TestCity>>> Cities = new();

    [Theory, BothDatabases]
    public async Task Every_count_opens_to_a_list_of_exactly_that_many(DatabaseKind kind)
    {
        var city = await CityAsync(kind);
        using var official = await city.SignInAsync("noi-vu");
        var board = await official.GetAsync(Board);
        var links = board.Document.QuerySelectorAll("main a[href*='/vu-viec?']").Select(link => (Address: link.GetAttribute("href")!, Count: link.TextContent.Trim())).Distinct().ToList();

        Assert.InRange(links.Count, 100, 2_000);
        foreach (var (address, count) in links)
        {
            var list = await official.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, list.Status);
            Assert.EndsWith(": " + count, list.Heading, StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases]
    public async Task A_list_is_walked_to_its_end(DatabaseKind kind)
    {
        var city = await CityAsync(kind);
        using var official = await city.SignInAsync("noi-vu");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var address = Board + "/vu-viec?dem=qua-han"; address is not null;)
        {
            var list = await official.GetAsync(address);
            foreach (var link in list.Document.QuerySelectorAll("main th a")) Assert.True(seen.Add(link.GetAttribute("href")!));
            address = list.Document.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(389, seen.Count);
    }

    [Theory, BothDatabases]
    public async Task A_case_shows_its_steps_as_they_were_stated(DatabaseKind kind)
    {
        var city = await CityAsync(kind);
        using var official = await city.SignInAsync("noi-vu");
        var list = await official.GetAsync(Board + "/vu-viec");

        var found = await official.FollowAsync(list, "case-10011");

        Assert.Equal("Chưa xong", found.Row("So với hạn"));
        Assert.Equal("09:00 ngày 17/11/2026", found.Row("Nạp vào đây"));
        Assert.Contains("Confirmation of receipt", found.Text, StringComparison.Ordinal);
        // 13:45 in the log's own +02:00.
        Assert.Contains("18:45 ngày 11/10/2011", found.Text, StringComparison.Ordinal);
        Assert.Contains("Nạp từ hệ thống khác", found.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Names_and_ids_are_for_those_who_oversee_the_city(DatabaseKind kind)
    {
        var city = await CityAsync(kind);
        using var overseer = await city.SignInAsync("giam-sat");
        using var specialist = await city.SignInAsync("chuyen-vien");
        foreach (var path in new[] { Board, Board + "/vu-viec", (await overseer.GetAsync(Board + "/vu-viec")).Link("case-10011") })
        {
            var (named, numbered) = (await overseer.GetAsync(path), await specialist.GetAsync(path));
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (named.Status, numbered.Status));
            Assert.True(named.Text.Contains("Resource21", StringComparison.Ordinal) || named.Text.Contains("case-10011", StringComparison.Ordinal), path);
            var html = numbered.Document.DocumentElement.OuterHtml;
            Assert.DoesNotContain("Resource", html, StringComparison.Ordinal);
            Assert.DoesNotContain("case-1", html, StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases]
    public async Task A_board_that_does_not_exist_is_a_kind_404(DatabaseKind kind)
    {
        var city = await CityAsync(kind);
        using var official = await city.SignInAsync("noi-vu");
        foreach (var path in new[]
        {
            "/theo-doi/he-thong-cu/khong-co", Board + "/vu-viec?dem=khong-co", Board + "/vu-viec?theo=9", Board + "/vu-viec?theo=0&so=999", Board + "/vu-viec?buoc=999",
            Board + "/vu-viec?buoc=x", Board + "/vu-viec/1", "/theo-doi/he-thong-cu/moi/khong-co",
        })
            Assert.Equal(HttpStatusCode.NotFound, (await official.GetAsync(path)).Status);
    }

    [Theory, BothDatabases]
    public async Task The_list_of_systems_leads_to_the_board(DatabaseKind kind)
    {
        var city = await CityAsync(kind);
        using var specialist = await city.SignInAsync("chuyen-vien");
        using var stranger = city.Visitor();

        var list = await specialist.GetAsync("/theo-doi/he-thong-cu");

        Assert.Contains("1.434", list.Text, StringComparison.Ordinal);
        Assert.False(list.HasLink("Nạp một nhật ký"));
        Assert.Equal("Nhật ký hệ thống khác Cấp phép xây dựng (hệ thống cũ)", (await specialist.FollowAsync(list, "Cấp phép xây dựng (hệ thống cũ)")).Heading);
        Assert.StartsWith("/dang-nhap", (await stranger.GetAsync(Board)).Path, StringComparison.Ordinal);
    }

    private static Task<TestCity> CityAsync(DatabaseKind kind) => Cities.GetOrAdd(kind, kind => new(() => MakeAsync(kind))).Value;

    private static async Task<TestCity> MakeAsync(DatabaseKind kind)
    {
        var city = await TestCity.StartAsync(kind);
        await city.ImportAsync(ImportedLogsOfTests.Receipt, ImportedLogsOfTests.ReceiptMap());
        return city;
    }
}
