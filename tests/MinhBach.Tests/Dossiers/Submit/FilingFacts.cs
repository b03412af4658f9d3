using System.Net;
using Microsoft.EntityFrameworkCore;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Procedures;
using MinhBach.Testing;
using NodaTime;

namespace MinhBach.Tests.Dossiers.Submit;

public sealed class FilingFacts
{
    private const string Birth = "1.001193";

    [Theory, BothDatabases]
    public async Task A_citizen_without_account_files_page_by_page_and_gets_code_and_secret(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        using var citizen = city.Visitor();

        var check = await new Filing(city, citizen, Birth).UntilAsync("/kiem-tra");
        Assert.Equal(Filing.Applicant, check.Row("Họ và tên"));
        Assert.Equal("02/09/1990", check.Row("Ngày sinh"));
        var receipt = await new Filing(city, citizen, Birth).SendAsync(check);

        Assert.Equal("Đã nộp hồ sơ", receipt.Heading);
        var code = CodeOn(receipt);
        var found = (await city.Service<DossierLookup>().FindAsync(code, TestContext.Current.CancellationToken))!;
        Assert.Equal(DossierStatus.AwaitingReception, found.Status);
        Assert.Equal(Filing.Applicant, found.Applicant.Name);
        Assert.StartsWith(city.Service<TrackingSecrets>().Of(found.Id), receipt.Row("Mã tra cứu"), StringComparison.Ordinal);
        Assert.NotEmpty(found.Papers);
        Assert.NotNull(receipt.Document.QuerySelector("svg[role=img]"));
    }

    [Theory, BothDatabases]
    public async Task Sending_twice_on_a_slow_line_gives_one_dossier_and_the_same_receipt(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        using var citizen = city.Visitor();
        var filing = new Filing(city, citizen, Birth);
        var check = await filing.UntilAsync("/kiem-tra");

        var both = await Task.WhenAll(filing.SendAsync(check), filing.SendAsync(check));
        var third = await filing.SendAsync(check);

        Assert.Equal(CodeOn(both[0]), CodeOn(both[1]));
        Assert.Equal(CodeOn(both[0]), CodeOn(third));
        Assert.Equal(1, await city.ScopedAsync<CityDb, int>(db => db.Set<DossierRow>().CountAsync()));
        // Of the draft only the way to its dossier is left.
        Assert.Equal("", await city.ScopedAsync<CityDb, string>(db => db.Set<MinhBach.Dossiers.DraftRow>().Select(draft => draft.Content).SingleAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_draft_waits_for_its_browser_and_for_nobody_else(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        using var citizen = city.Visitor();
        using var other = city.Visitor();
        var page = await new Filing(city, citizen, Birth).UntilAsync("/noi-dung/1");

        var mine = await citizen.GetAsync("/ho-so-cua-toi");
        var again = await citizen.GetAsync(page.Path.Replace("noi-dung/1", "thong-tin", StringComparison.Ordinal));

        Assert.Contains("Bản nháp", mine.Text, StringComparison.Ordinal);
        Assert.True(mine.HasLink("Thủ tục đăng ký khai sinh") || mine.HasLink("Đăng ký khai sinh"));
        Assert.Equal(Filing.Applicant, again.Document.QuerySelector("[name=Name]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(page.Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await citizen.GetAsync("/ban-nhap/khong-co/thong-tin")).Status);
    }

    [Theory, BothDatabases]
    public async Task A_draft_of_an_account_is_there_on_another_device(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        using var phone = await city.SignInAsync("cong-dan");
        var page = await new Filing(city, phone, Birth).UntilAsync("/thong-tin");
        using var computer = await city.SignInAsync("cong-dan");

        Assert.Equal(HttpStatusCode.OK, (await computer.GetAsync(page.Path)).Status);
        Assert.NotEmpty((await computer.GetAsync("/ho-so-cua-toi")).Document.QuerySelectorAll($"a[href*='{page.Path.Split('/')[2]}']"));
    }

    [Theory, BothDatabases]
    public async Task What_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        using var citizen = city.Visitor();
        var page = await new Filing(city, citizen, Birth).UntilAsync("/thong-tin");

        var back = await citizen.SubmitAsync(page, "Lưu và tiếp tục",
            ("Họ và tên", "Trần Văn Cường"), ("Số định danh cá nhân", "123"), ("Ngày sinh", "31/02/2000"), ("Số điện thoại", "abc"), ("Thư điện tử", "cuong@"));

        Assert.Equal(4, back.Errors.Count);
        Assert.Contains(FieldChecks.NationalIdAdvice, back.Errors);
        Assert.Contains(FieldChecks.PhoneAdvice, back.Errors);
        Assert.Contains(FieldChecks.EmailAdvice, back.Errors);
        Assert.Equal("Trần Văn Cường", back.Document.QuerySelector("[name=Name]")!.GetAttribute("value"));
        Assert.Equal("31/02/2000", back.Document.QuerySelector("[name=BirthDate]")!.GetAttribute("value"));
        Assert.Equal("true", back.Document.QuerySelector("[name=NationalId]")!.GetAttribute("aria-invalid"));
    }

    [Theory, BothDatabases]
    public async Task Every_page_asks_before_it_leads_on(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        using var citizen = city.Visitor();
        var filing = new Filing(city, citizen, Birth);
        var page = await filing.StartAsync();
        var wrong = 0;
        while (!page.Path.EndsWith("/kiem-tra", StringComparison.Ordinal))
        {
            var empty = await citizen.SubmitAsync(page, "Lưu và tiếp tục");
            if (empty.Path == page.Path)
            {
                Assert.NotEmpty(empty.Errors);
                wrong++;
            }

            page = empty.Path == page.Path ? await filing.AnswerAsync(empty) : empty;
        }

        Assert.True(wrong >= 6, $"{wrong} pages asked");
        var unsure = await citizen.SubmitAsync(page, "Nộp hồ sơ");
        Assert.Equal(["Đánh dấu cam đoan trước khi nộp."], unsure.Errors);
    }

    [Theory, BothDatabases]
    public async Task A_program_called_pdf_is_refused_and_a_real_pdf_is_kept_beside_it(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        using var citizen = city.Visitor();
        using var other = city.Visitor();
        var filing = new Filing(city, citizen, Birth);
        var page = await filing.UntilAsync("/giay-to/1");

        var back = await filing.UploadAsync(page, new Dictionary<string, string> { ["Way"] = "Upload" },
            ("Files", "giấy chứng sinh.pdf", Filing.Pdf), ("Files", "to-khai.pdf", "MZ\u0090\0 program"u8.ToArray()));

        Assert.Contains("“to-khai.pdf”", Assert.Single(back.Errors), StringComparison.Ordinal);
        Assert.True(back.HasLink("giấy chứng sinh.pdf"));
        var file = back.Link("giấy chứng sinh.pdf");
        using var answer = await citizen.Client.GetAsync(new Uri(file, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(Filing.Pdf, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(file)).Status);
    }

    [Theory, BothDatabases]
    public async Task Files_have_limits_in_size_name_and_number(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind, builder => Microsoft.Extensions.DependencyInjection.OptionsServiceCollectionExtensions
            .Configure<UploadOptions>(builder.Services, limits => (limits.FileMegabytes, limits.DossierFiles) = (1, 2)));
        using var citizen = city.Visitor();
        var filing = new Filing(city, citizen, Birth);
        var page = await filing.UntilAsync("/giay-to/1");
        var upload = new Dictionary<string, string> { ["Way"] = "Upload" };
        Assert.Contains("tối đa 1 MB", page.Text, StringComparison.Ordinal);

        var large = await filing.UploadAsync(page, upload, ("Files", "to.pdf", [.. Filing.Pdf, .. new byte[1_048_576]]));
        var empty = await filing.UploadAsync(page, upload, ("Files", "rong.pdf", []));
        var name = await filing.UploadAsync(page, upload, ("Files", "anh.jpg", Filing.Pdf));
        var many = await filing.UploadAsync(page, upload, ("Files", "1.pdf", Filing.Pdf), ("Files", "2.pdf", Filing.Pdf), ("Files", "3.pdf", Filing.Pdf));

        Assert.Contains("quá lớn", Assert.Single(large.Errors), StringComparison.Ordinal);
        Assert.Contains("không có nội dung", Assert.Single(empty.Errors), StringComparison.Ordinal);
        Assert.Contains("không khớp nội dung", Assert.Single(name.Errors), StringComparison.Ordinal);
        Assert.Contains("tối đa 2 tệp", Assert.Single(many.Errors), StringComparison.Ordinal);
        // The same content lies on the shelf once.
        Assert.Single(Directory.EnumerateFiles(Path.Combine(city.Service<CityDatabase>().DataFolder, "files"), "*", SearchOption.AllDirectories));
    }

    [Theory, BothDatabases]
    public async Task A_forgotten_draft_goes_after_thirty_days_with_its_files(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        using var citizen = city.Visitor();
        var filing = new Filing(city, citizen, Birth);
        await filing.UploadAsync(await filing.UntilAsync("/giay-to/1"), new Dictionary<string, string> { ["Way"] = "Upload" }, ("Files", "a.pdf", Filing.Pdf));
        var sweeper = city.Service<DraftSweeper>();

        city.Clock.Advance(Duration.FromDays(29));
        Assert.Equal(0, await sweeper.SweepAsync(TestContext.Current.CancellationToken));
        city.Clock.Advance(Duration.FromDays(2));
        Assert.Equal(1, await sweeper.SweepAsync(TestContext.Current.CancellationToken));

        Assert.Empty(Directory.EnumerateFiles(Path.Combine(city.Service<CityDatabase>().DataFolder, "files"), "*", SearchOption.AllDirectories));
        Assert.Equal(0, await city.ScopedAsync<CityDb, int>(db => db.Set<FileRow>().CountAsync()));
    }

    [Fact]
    public async Task Every_starter_procedure_can_be_filed()
    {
        await using var city = await TestCity.StartAsync(DatabaseKind.Sqlite);
        foreach (var procedure in city.Service<ProcedureCatalog>().All)
        {
            using var citizen = city.Visitor();
            var receipt = await new Filing(city, citizen, procedure.Code).HandInAsync();
            Assert.True(receipt.Heading == "Đã nộp hồ sơ", $"{procedure.Code} {procedure.Name}: {receipt.Path} {string.Join(" | ", receipt.Errors)}");
        }
    }

    [Fact]
    public async Task An_unknown_procedure_is_not_found()
    {
        var city = await TestCity.SharedAsync(DatabaseKind.Sqlite);
        using var citizen = city.Visitor();

        Assert.Equal(HttpStatusCode.NotFound, (await citizen.GetAsync("/nop-ho-so/9.999999")).Status);
    }

    private static string CodeOn(Page receipt) => receipt.Document.QuerySelector("a[href^='/tra-cuu/']")!.GetAttribute("href")!["/tra-cuu/".Length..];
}
