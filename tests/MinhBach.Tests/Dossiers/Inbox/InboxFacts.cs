using System.Data.Common;
using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using MinhBach.Accounts;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Procedures;
using MinhBach.Testing;
using NodaTime;

namespace MinhBach.Tests.Dossiers.Inbox;

public sealed class InboxFacts
{
    [Theory, BothDatabases]
    public async Task What_runs_out_first_is_on_top_and_lateness_is_told_in_working_time(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var ward = new Ward(city);
        var older = await ward.SubmitAsync("Lê Văn Cũ");
        city.Clock.Advance(Duration.FromHours(1));
        var newer = await ward.SubmitAsync("Trần Thị Mới");
        city.Clock.SetTo(new LocalDate(2026, 11, 20), 9);
        using var officer = await city.SignInAsync("mot-cua");

        var page = await officer.GetAsync("/viec?the=don-vi");

        Assert.Equal([older.Code, newer.Code], Codes(page));
        Assert.Contains("quá hạn 2 ngày làm việc", page.Text, StringComparison.Ordinal);
        Assert.Contains("Trần Thị Mới", page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Strangers_sign_in_first_and_citizens_are_not_let_in(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        using var stranger = city.Visitor();
        Assert.StartsWith("/dang-nhap", (await stranger.GetAsync("/viec")).Path, StringComparison.Ordinal);
        foreach (var key in new[] { "cong-dan", "quan-tri" })
        {
            using var visitor = await city.SignInAsync(key);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/viec")).Status);
        }
    }

    [Theory, BothDatabases]
    public async Task Another_units_work_is_seen_neither_in_lists_nor_by_search(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var ward = new Ward(city);
        var change = await ward.SubmitAsync("Đặng Thị Ẩn");
        using var specialist = await city.SignInAsync("chuyen-vien-so");
        foreach (var address in new[] { "/viec", "/viec?the=don-vi", "/viec?the=co-quan", "/viec?the=theo-doi", "/viec?the=da-xong", "/viec?the=co-quan&tim=dang", "/viec?the=co-quan&tim=" + change.Code })
        {
            var page = await specialist.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Empty(Codes(page));
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await specialist.GetAsync("/ho-so/" + change.Code)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await specialist.GetAsync($"/ho-so/{change.Code}/tiep-nhan")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await specialist.GetAsync($"/ho-so/{change.Code}/giay/tiep-nhan")).Status);
    }

    [Theory, BothDatabases]
    public async Task A_name_is_found_without_its_marks_and_filters_narrow(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var ward = new Ward(city);
        var sought = await ward.SubmitAsync("Đỗ Thị Ánh Nguyệt");
        var other = await ward.SubmitAsync("Phạm Văn Bình", Channel.Post);
        using var officer = await city.SignInAsync("mot-cua");

        Assert.Equal([sought.Code], Codes(await officer.GetAsync("/viec?the=don-vi&tim=do+thi+anh")));
        Assert.Equal([other.Code], Codes(await officer.GetAsync("/viec?the=don-vi&tim=" + other.Code[^4..].ToUpper(CultureInfo.InvariantCulture) + "&kenh=Post")));
        Assert.Equal([other.Code], Codes(await officer.GetAsync("/viec?the=don-vi&kenh=Post")));
        Assert.Empty(Codes(await officer.GetAsync("/viec?the=don-vi&han=Overdue")));
        Assert.Equal(2, Codes(await officer.GetAsync("/viec?the=don-vi&thu-tuc=" + Ward.Birth)).Count);
        Assert.Empty(Codes(await officer.GetAsync("/viec?the=don-vi&thu-tuc=9.999999")));
        Assert.Equal(2, Codes(await officer.GetAsync("/viec?the=don-vi&trang-thai=AwaitingReception")).Count);
    }

    [Theory, BothDatabases]
    public async Task Pages_follow_each_other_without_gap_or_repetition(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var ward = new Ward(city);
        // All of one moment: only the keyset's second part tells them apart.
        var all = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => ward.SubmitAsync("Người nộp " + i)));
        using var officer = await city.SignInAsync("mot-cua");

        var seen = new List<string>();
        var page = await officer.GetAsync("/viec?the=don-vi&so=5");
        seen.AddRange(Codes(page));
        for (var pages = 1; pages < 5 && page.HasLink("Trang sau →"); pages++)
        {
            page = await officer.FollowAsync(page, "Trang sau →");
            seen.AddRange(Codes(page));
        }

        Assert.Equal(12, seen.Count);
        Assert.Equal(all.Select(change => change.Code).Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Five_hundred_are_claimed_at_once(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var ward = new Ward(city);
        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => ward.SubmitAsync("Người nộp " + i)));
        using var officer = await city.SignInAsync("mot-cua");
        var page = await officer.GetAsync("/viec?the=don-vi&so=500");
        Assert.Equal(500, Codes(page).Count);

        foreach (var box in page.Document.QuerySelectorAll<AngleSharp.Html.Dom.IHtmlInputElement>("input[name=chon]")) box.IsChecked = true;
        var claimed = await officer.SubmitAsync(page, "Nhận về bàn tôi");

        Assert.Contains("Đã làm xong 500 việc.", claimed.Text, StringComparison.Ordinal);
        Assert.Contains("Của tôi 500", claimed.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_does_not_go_says_why_and_holds_up_no_other(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var ward = new Ward(city);
        var free = await ward.SubmitAsync("Người một");
        var taken = await ward.SubmitAsync("Người hai");
        using var officer = await city.SignInAsync("mot-cua");
        var page = await officer.GetAsync("/viec?the=don-vi");
        foreach (var box in page.Document.QuerySelectorAll<AngleSharp.Html.Dom.IHtmlInputElement>("input[name=chon]")) box.IsChecked = true;
        await city.Service<DeclineDossier>().RunAsync(taken.Id, "Nộp nhầm.", ward.As("mot-cua"));

        var result = await officer.SubmitAsync(page, "Nhận về bàn tôi");

        Assert.Contains("Đã làm xong 1 việc.", result.Text, StringComparison.Ordinal);
        Assert.Contains("1 việc không thực hiện được", result.Text, StringComparison.Ordinal);
        Assert.True(result.HasLink(taken.Code));
        Assert.Equal(ward.As("mot-cua").PersonId, (await ward.ViewAsync(free)).Now.Single().Person);
    }

    [Theory, BothDatabases]
    public async Task Nothing_ticked_or_nobody_chosen_is_said_and_changes_nothing(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await new Ward(city).SubmitAsync();
        using var officer = await city.SignInAsync("mot-cua");
        var page = await officer.GetAsync("/viec?the=don-vi");

        Assert.Equal(["Chọn ít nhất một việc."], (await officer.SubmitAsync(page, "Nhận về bàn tôi")).Errors);
        page.Document.QuerySelector<AngleSharp.Html.Dom.IHtmlInputElement>("input[name=chon]")!.IsChecked = true;
        Assert.Equal(["Chọn người hoặc đơn vị nhận việc."], (await officer.SubmitAsync(page, "Chuyển việc", ("Lý do chuyển", "Nghỉ phép"))).Errors);
    }

    [Theory, BothDatabases]
    public async Task A_page_costs_three_queries_however_long_the_list(DatabaseKind kind)
    {
        var counter = new QueryCounter();
        await using var city = await TestCity.StartAsync(kind);
        var ward = new Ward(city);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => ward.SubmitAsync("Người nộp " + i)));
        var officer = ward.As("mot-cua");
        await using var scope = city.Services.CreateAsyncScope();
        var builder = new Microsoft.EntityFrameworkCore.DbContextOptionsBuilder<CityDb>();
        city.Service<CityDatabase>().Configure(builder);
        builder.AddInterceptors(counter);
        await using var db = new CityDb(builder.Options, city.Services.GetServices<ITableMap>(), city.Service<WriteGate>());
        var inbox = new InboxQuery(db, City.UserOf(city, officer), city.Service<CityCalendars>(), city.Clock);

        var page = await inbox.PageAsync(new InboxFilter(InboxTab.Unit), null, 50, TestContext.Current.CancellationToken);

        Assert.Equal(50, page.Rows.Count);
        Assert.Equal(60, page.Counts.Unit);
        Assert.Equal(3, counter.Queries);
    }

    private static List<string> Codes(Page page) =>
        [.. page.Document.QuerySelectorAll("tbody th[scope=row] a").Select(link => Page.Squeeze(link.TextContent)).Where(text => text.StartsWith("H26", StringComparison.Ordinal))];

    private static class City
    {
        public static CurrentUser UserOf(TestCity city, Actor actor)
        {
            var claims = new System.Security.Claims.ClaimsIdentity(
                [
                    new(System.Security.Claims.ClaimTypes.NameIdentifier, "1"),
                    new(AccountClaims.Person, actor.PersonId!.Value.ToString(CultureInfo.InvariantCulture)),
                    new(AccountClaims.Post, actor.PostId!.Value.ToString(CultureInfo.InvariantCulture)),
                ],
                "test");
            return new(new System.Security.Claims.ClaimsPrincipal(claims), city.Service<OrganizationLookup>().Current, city.Service<TimeProvider>().Today());
        }
    }

    private sealed class QueryCounter : DbCommandInterceptor
    {
        public int Queries { get; private set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Queries++;
            return new(result);
        }
    }
}
