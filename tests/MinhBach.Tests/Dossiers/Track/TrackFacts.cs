using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Testing;
using MinhBach.Tests.Schema;
using NodaTime;

namespace MinhBach.Tests.Dossiers.Track;

public sealed class TrackFacts
{
    private static readonly byte[] Paper = Filing.Pdf;

    [Theory, BothDatabases]
    public async Task The_code_alone_shows_progress_and_nothing_about_anybody(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        var work = new VerbFacts.Work(city);
        var change = await work.SubmitAsync("1.001193");
        var desk = work.ActorFor(change.Id, (await work.ViewAsync(change.Id)).Now.Single());
        await city.Service<ReceiveDossier>().RunAsync(change.Id, desk);
        using var stranger = city.Visitor();

        var page = await stranger.GetAsync("/tra-cuu/" + change.Code.ToLowerInvariant());

        Assert.Equal("/tra-cuu/" + change.Code, page.Path);
        Assert.Contains("Tiếp nhận hồ sơ", page.Text, StringComparison.Ordinal);
        Assert.Contains("Vì sao là ngày này?", page.Text, StringComparison.Ordinal);
        foreach (var personal in new[] { "Nguyễn Thị Hồng Hạnh", "0900000000", "Đăng ký khai sinh cho con", desk.Name })
            Assert.DoesNotContain(personal, page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.False(page.HasLink("Rút hồ sơ"));
        foreach (var closed in new[] { "/bo-sung", "/rut-ho-so", "/giay-xac-nhan" })
            Assert.Equal("/tra-cuu/" + change.Code, (await stranger.GetAsync($"/tra-cuu/{change.Code}{closed}")).Path);
    }

    [Theory, BothDatabases]
    public async Task The_secret_opens_everything_for_half_an_hour(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var work = new VerbFacts.Work(city);
        var change = await work.SubmitAsync("1.001193");
        using var citizen = city.Visitor();
        var page = await citizen.GetAsync("/tra-cuu/" + change.Code);
        var secret = city.Service<TrackingSecrets>().Of(change.Id).ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal);

        var open = await citizen.SubmitAsync(page, "Xem toàn bộ hồ sơ", ("Mã tra cứu", secret));

        Assert.Contains("Ai đang giữ hồ sơ", open.Text, StringComparison.Ordinal);
        Assert.Equal("Nguyễn Thị Hồng Hạnh", open.Row("Họ và tên"));
        Assert.Contains("024 0000 0000", open.Text, StringComparison.Ordinal);
        city.Clock.Advance(Duration.FromMinutes(31));
        Assert.DoesNotContain("Nguyễn Thị Hồng Hạnh", (await citizen.GetAsync("/tra-cuu/" + change.Code)).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_secret_of_one_dossier_opens_no_other(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        var work = new VerbFacts.Work(city);
        var (mine, others) = (await work.SubmitAsync("1.001193"), await work.SubmitAsync("1.001193"));
        using var citizen = city.Visitor();
        await OpenAsync(city, citizen, mine);

        var page = await OpenAsync(city, citizen, others with { Id = mine.Id });

        Assert.Contains("Mã tra cứu không đúng", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn Thị Hồng Hạnh", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guessing_is_stopped()
    {
        await using var city = await TestCity.StartAsync(DatabaseKind.Sqlite, builder => builder.Services.Configure<GuessOptions>(limits => limits.PerDossier = 3));
        var change = await new VerbFacts.Work(city).SubmitAsync("1.001193");
        using var guesser = city.Visitor();
        var page = await guesser.GetAsync("/tra-cuu/" + change.Code);
        for (var i = 0; i < 3; i++) page = await guesser.SubmitAsync(page, "Xem toàn bộ hồ sơ", ("Mã tra cứu", "AAAAA-AAAAA"));

        var stopped = await OpenAsync(city, guesser, change);

        Assert.Equal(HttpStatusCode.TooManyRequests, stopped.Status);
        city.Clock.Advance(Duration.FromMinutes(15));
        Assert.Equal(HttpStatusCode.OK, (await OpenAsync(city, guesser, change)).Status);
    }

    [Fact]
    public async Task An_unknown_code_gets_help()
    {
        var city = await TestCity.SharedAsync(DatabaseKind.Sqlite);
        using var citizen = city.Visitor();

        var page = await citizen.GetAsync("/tra-cuu/H26.99-261103-9999");
        var sought = await citizen.SubmitAsync(page, "Tra cứu lại", ("Mã hồ sơ", "1.001193"));
        var found = await citizen.GetAsync("/tra-cuu?ma=h26.99–261103–9999");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("ngày nộp viết ngược", page.Text, StringComparison.Ordinal);
        Assert.Contains("chưa đúng dạng", Assert.Single(sought.Errors), StringComparison.Ordinal);
        Assert.Equal("/tra-cuu/H26.99-261103-9999", found.Path);
    }

    [Theory, BothDatabases]
    public async Task The_page_says_day_by_day_why_the_date_is_what_it_is(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var work = new VerbFacts.Work(city);
        var change = await work.SubmitAsync("1.004873");
        await city.Service<ReceiveDossier>().RunAsync(change.Id, work.ActorFor(change.Id, (await work.ViewAsync(change.Id)).Now.Single()));
        using var citizen = city.Visitor();

        var page = await OpenAsync(city, citizen, change);

        var due = (await work.ViewAsync(change.Id)).Clock!.CurrentDue.Date;
        Assert.Contains($"{due.Day:D2}/{due.Month:D2}/{due.Year}", page.Text, StringComparison.Ordinal);
        Assert.Contains("Không tính ngày tiếp nhận", page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Officials_see_the_dossiers_of_their_work_and_no_others(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        var change = await new VerbFacts.Work(city).SubmitAsync("1.001193");
        using var desk = await city.SignInAsync("mot-cua");
        using var department = await city.SignInAsync("mot-cua-so");

        Assert.Contains("Nguyễn Thị Hồng Hạnh", (await desk.GetAsync("/tra-cuu/" + change.Code)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn Thị Hồng Hạnh", (await department.GetAsync("/tra-cuu/" + change.Code)).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_page_asks_the_database_once_whatever_happened_to_the_dossier(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var work = new VerbFacts.Work(city);
        var change = await work.SubmitAsync("1.001193");
        await work.FinishAsync(change.Id);
        using var stranger = city.Visitor();
        await stranger.GetAsync("/tra-cuu/" + change.Code);
        using var queries = new AskedQueries(city.Service<CityDatabase>());

        await stranger.GetAsync("/tra-cuu/" + change.Code);
        Assert.Equal(0, queries.TimesAbout(change.Code, change.Id.Value));
        city.Clock.Advance(Duration.FromMinutes(1));
        await stranger.GetAsync("/tra-cuu/" + change.Code);

        // Kept, it costs nothing. Rendered: dossier with applicant, steps, papers and journal, all in one go.
        Assert.Equal(1, queries.TimesAbout(change.Code, change.Id.Value));
    }

    [Theory, BothDatabases]
    public async Task What_was_asked_for_is_supplied_once_with_its_files(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var work = new VerbFacts.Work(city);
        var change = await work.SubmitAsync("1.001193");
        var desk = work.ActorFor(change.Id, (await work.ViewAsync(change.Id)).Now.Single());
        await city.Service<RequestSupplement>().RunAsync(change.Id, ["Giấy chứng sinh", "Giấy kết hôn"], "Bản chụp bị mờ.", desk);
        using var citizen = city.Visitor();
        using var stranger = city.Visitor();
        var filing = new Filing(city, citizen, "1.001193");
        var open = await OpenAsync(city, citizen, change);
        Assert.Contains("Bản chụp bị mờ.", open.Text, StringComparison.Ordinal);
        var page = await citizen.FollowAsync(open, "Gửi bổ sung");

        var half = await filing.UploadAsync(page, new Dictionary<string, string>(), ("Files-0", "chung-sinh.pdf", Paper));
        Assert.Contains("Giấy kết hôn", Assert.Single(half.Errors), StringComparison.Ordinal);
        Assert.Contains("chung-sinh.pdf", half.Text, StringComparison.Ordinal);
        var sent = await filing.UploadAsync(half, new Dictionary<string, string> { ["Brought"] = "1" });

        Assert.Equal("/tra-cuu/" + change.Code, sent.Path);
        var view = await work.ViewAsync(change.Id);
        Assert.Equal(DossierStatus.AwaitingReception, view.Status);
        Assert.Equal([PaperForm.Digital, PaperForm.Original], view.Papers.Where(paper => paper.Supplement).Select(paper => paper.Form));
        var file = sent.Link("chung-sinh.pdf");
        Assert.Equal(Paper, await citizen.Client.GetByteArrayAsync(new Uri(file, UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync(file)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await citizen.GetAsync($"/tra-cuu/{change.Code}/tep/1")).Status);
        Assert.Equal("/tra-cuu/" + change.Code, (await citizen.GetAsync($"/tra-cuu/{change.Code}/bo-sung")).Path);
    }

    [Theory, BothDatabases]
    public async Task Taking_back_needs_a_reason_and_a_second_look(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var work = new VerbFacts.Work(city);
        var change = await work.SubmitAsync("1.001193");
        using var citizen = city.Visitor();
        var page = await citizen.FollowAsync(await OpenAsync(city, citizen, change), "Rút hồ sơ");

        var empty = await citizen.SubmitAsync(page, "Rút hồ sơ");
        Assert.Equal(2, empty.Errors.Count);
        await city.Service<ReceiveDossier>().RunAsync(change.Id, work.ActorFor(change.Id, (await work.ViewAsync(change.Id)).Now.Single()));
        var confirm = $"Tôi xác nhận rút hồ sơ {change.Code}";
        var late = await citizen.SubmitAsync(empty, "Rút hồ sơ", ("Lý do rút hồ sơ", "Không còn nhu cầu"), (confirm, "x"));
        Assert.Contains("người khác cập nhật", Assert.Single(late.Errors), StringComparison.Ordinal);
        Assert.Equal("Được tiếp nhận", late.Row("Tình trạng"));
        var done = await citizen.SubmitAsync(late, "Rút hồ sơ");

        Assert.Equal("/tra-cuu/" + change.Code, done.Path);
        Assert.Equal(DossierStatus.Withdrawn, (await work.ViewAsync(change.Id)).Status);
        Assert.Contains("không rút được nữa", (await citizen.GetAsync($"/tra-cuu/{change.Code}/rut-ho-so")).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_acknowledgment_has_the_fields_of_the_receipt(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        var change = await new VerbFacts.Work(city).SubmitAsync("1.001193");
        using var citizen = city.Visitor();

        var paper = await citizen.FollowAsync(await OpenAsync(city, citizen, change), "In giấy xác nhận");

        Assert.Equal("Giấy xác nhận nộp hồ sơ trực tuyến", paper.Heading);
        Assert.Equal(change.Code, paper.Row("Mã hồ sơ"));
        Assert.Equal("Nguyễn Thị Hồng Hạnh", paper.Row("Tiếp nhận hồ sơ của"));
        Assert.Equal(city.Service<TrackingSecrets>().Of(change.Id), paper.Row("Mã tra cứu"));
    }

    private static async Task<Page> OpenAsync(TestCity city, Visitor visitor, DossierChange change) => await visitor.SubmitAsync(
        await visitor.GetAsync("/tra-cuu/" + change.Code), "Xem toàn bộ hồ sơ", ("Mã tra cứu", city.Service<TrackingSecrets>().Of(change.Id)));
}
