using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using MinhBach.Kernel;
using MinhBach.Mining.Wizard;
using MinhBach.Testing;

namespace MinhBach.Tests.Mining;

public sealed class WizardFacts
{
    private const string New = "/theo-doi/he-thong-cu/moi";

    private static readonly string Log = "mã hồ sơ;bước;thời điểm;cán bộ;đơn vị;hạn trả;ngày trả\n"
        + "H1;Tiếp nhận;05/01/2026 09:00;An;Văn phòng;09/01/2026;08/01/2026\nH1;Trả kết quả;08/01/2026 09:00;Ba;Văn phòng;09/01/2026;08/01/2026\n"
        + "H2;Tiếp nhận;05/01/2026 10:00;An;Văn phòng;09/01/2026;\nH3;Tiếp nhận;05/01/2026 11:00;An;Văn phòng;09/01/2026;12/01/2026\n";

    [Theory, BothDatabases]
    public async Task A_log_is_previewed_then_brought_in_behind_the_scenes(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        using var official = await city.SignInAsync("noi-vu");

        var preview = await UploadAsync(official, "Sổ một cửa.csv", Encoding.UTF8.GetBytes(Log));
        Assert.Equal("Xem trước: Sổ một cửa.csv", preview.Heading);
        Assert.Equal(("3", "4", "2", "1", "1", "1"), (preview.Row("Vụ việc"), preview.Row("Sự kiện"), preview.Row("Đã xong"), preview.Row("Đúng hạn"), preview.Row("Quá hạn"), preview.Row("Chưa xong")));
        Assert.Contains("09:00 ngày 05/01/2026", preview.Text, StringComparison.Ordinal);

        // Nothing is brought in by looking, also not when the columns are changed.
        var counted = await official.SubmitAsync(preview, "Đếm lại", ("Ngày xong vụ việc", ""), ("Tên hệ thống", "Sổ một cửa"), ("Tên trên đường dẫn", "so-mot-cua"));
        Assert.Equal(("0", "3"), (counted.Row("Đã xong"), counted.Row("Chưa xong")));
        Assert.Equal(0, await city.EntriesAsync());

        var running = await official.SubmitAsync(counted, "Nạp vào hệ thống", ("Ngày xong vụ việc", "ngày trả"));
        var board = await DoneAsync(official, running.Path);

        Assert.Equal("/theo-doi/he-thong-cu/so-mot-cua", board.Path);
        Assert.Contains("Sổ một cửa", board.Heading, StringComparison.Ordinal);
        Assert.Equal(3, await city.EntriesAsync());
        Assert.Equal(1, (await city.ImportedAsync("so-mot-cua")).Report.Summary.Late);
    }

    [Theory, BothDatabases]
    public async Task What_is_wrong_is_told_beside_the_field_and_nothing_is_lost(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        using var official = await city.SignInAsync("quan-tri");
        var preview = await UploadAsync(official, "so.csv", Encoding.UTF8.GetBytes(Log));

        var refused = await official.SubmitAsync(preview, "Nạp vào hệ thống", ("Tên trên đường dẫn", "Sổ Cũ"), ("Tên hệ thống", "Sổ của phường"));

        Assert.Contains(refused.Errors, error => error.Contains("source.slug", StringComparison.Ordinal));
        Assert.Equal("Sổ của phường", ((IHtmlInputElement)refused.Document.QuerySelector("[name='Fields.SourceName']")!).Value);
        Assert.Equal(0, await city.EntriesAsync());
        var twice = await official.SubmitAsync(refused, "Đếm lại", ("Tên trên đường dẫn", "so-cu"), ("Ngày bắt đầu vụ việc", "hạn trả"));
        Assert.Contains(twice.Errors, error => error.Contains("đã dùng", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_is_no_log_or_a_bomb_is_refused_at_the_door()
    {
        await using var city = await TestCity.StartAsync(DatabaseKind.Sqlite);
        using var official = await city.SignInAsync("noi-vu");

        var none = await UploadAsync(official, "anh.png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]);
        var empty = await UploadAsync(official, "trong.csv", []);
        var bomb = await UploadAsync(official, "bom.gz", ImportedLogsOfTests.Bomb());

        Assert.Contains("không phải tệp chữ", Assert.Single(none.Errors), StringComparison.Ordinal);
        Assert.Equal("Chọn tệp nhật ký", Assert.Single(empty.Errors));
        Assert.Contains("250 times", Assert.Single(bomb.Errors), StringComparison.Ordinal);
        Assert.Equal(0, await city.EntriesAsync());
    }

    [Fact]
    public async Task Only_those_who_keep_the_system_bring_logs_in()
    {
        var city = await TestCity.SharedAsync(DatabaseKind.Sqlite);
        using var specialist = await city.SignInAsync("chuyen-vien");

        Assert.Equal(HttpStatusCode.Forbidden, (await specialist.GetAsync(New)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await specialist.GetAsync(New + "/00000000000000000000000000000000")).Status);
    }

    [Theory, BothDatabases]
    public async Task What_was_under_way_when_the_program_ended_goes_on_at_the_next_start(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var staged = city.Service<StagedLogs>();
        using var upload = new MemoryStream(Encoding.UTF8.GetBytes(Log));
        var left = await staged.KeepAsync(upload, "so.csv", TestContext.Current.CancellationToken);
        // As the program leaves it when it ends between the click and the last case.
        staged.Save(left with { By = Actor.System });

        var worker = ActivatorOf(city);
        await worker.StartAsync(TestContext.Current.CancellationToken);
        for (var tries = 0; tries < 600 && staged.Find(left.Token) is { IsDone: false }; tries++) await Task.Delay(50, TestContext.Current.CancellationToken);
        await worker.StopAsync(TestContext.Current.CancellationToken);

        Assert.True(staged.Find(left.Token)!.IsDone);
        Assert.False(File.Exists(staged.PathOf(left.Token)));
        Assert.Equal(3, await city.EntriesAsync());
    }

    private static ImportWorker ActivatorOf(TestCity city) => Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<ImportWorker>(city.Services);

    private static async Task<Page> DoneAsync(Visitor official, string path)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            var page = await official.GetAsync(path);
            if (page.Path != path) return page;
            Assert.Empty(page.Errors);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The log was not brought in.");
    }

    private static async Task<Page> UploadAsync(Visitor official, string name, byte[] content)
    {
        var page = await official.GetAsync(New);
        using var body = new MultipartFormDataContent
        {
            { new StringContent(((IHtmlInputElement)page.Document.QuerySelector("form[enctype] input[name=__RequestVerificationToken]")!).Value), "__RequestVerificationToken" },
            { new ByteArrayContent(content), "Log", name },
        };
        using var answer = await official.Client.PostAsync(new Uri(New, UriKind.Relative), body, TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(answer.StatusCode, answer.RequestMessage!.RequestUri!.PathAndQuery, new HtmlParser().ParseDocument(html));
    }
}
