using System.Net;
using MinhBach.Accounts.Demo;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Procedures;
using MinhBach.Testing;

namespace MinhBach.Tests.Procedures.Edit;

public sealed class EditPageTests
{
    private static readonly string Administrator = DemoAccounts.All.First(account => account.Role == PostRole.Administrator).Key;
    private static readonly string Specialist = DemoAccounts.All.First(account => account.Role == PostRole.Specialist).Key;

    [Fact]
    public async Task An_administrator_changes_a_step_and_publishes_it_from_a_day_to_come()
    {
        await using var city = await TestCity.StartAsync(DatabaseKind.Sqlite);
        using var visitor = await city.SignInAsync(Administrator);
        var page = await visitor.GetAsync("/quan-tri/thu-tuc/1.004222");
        var catalog = city.Service<ProcedureCatalog>();
        var today = city.Service<TimeProvider>().Today();
        var before = catalog.TryFind("1.004222", today)!;

        var from = today.PlusDays(10);
        var shown = await visitor.SubmitAsync(page, "Lưu và công bố",
            ("Bước 1", "Tiếp nhận và số hóa hồ sơ"), ("Việc phải làm ở bước 1", "Quét giấy tờ, trả lại bản chính."), ("Có hiệu lực từ ngày", $"{from:dd/MM/uuuu}"), ("Lý do thay đổi", "Bớt một bước"));

        Assert.Empty(shown.Errors);
        Assert.Contains("có hiệu lực từ", shown.Text, StringComparison.Ordinal);
        Assert.Equal(before.Id, catalog.TryFind("1.004222", today)!.Id);
        var after = catalog.TryFind("1.004222", from)!;
        Assert.Equal("Tiếp nhận và số hóa hồ sơ", after.Steps[0].Name);
        Assert.Equal("Quét giấy tờ, trả lại bản chính.", after.Steps[0].Description);
        Assert.Equal(before.Steps.Skip(1), after.Steps.Skip(1));
        Assert.Equal(before.Cases.Select(one => one.Term), after.Cases.Select(one => one.Term));
        Assert.Equal(before.Cases.SelectMany(one => one.Papers), after.Cases.SelectMany(one => one.Papers));
        Assert.Equal(before.Steps.Count, catalog.Process(after.Id).Steps.Count);
    }

    [Theory, BothDatabases]
    public async Task A_new_procedure_is_begun_filled_in_and_published(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        using var visitor = await city.SignInAsync(Administrator);
        var catalog = city.Service<ProcedureCatalog>();
        var today = city.Service<TimeProvider>().Today();
        var page = await visitor.GetAsync("/quan-tri/thu-tuc/them");

        var taken = await visitor.SubmitAsync(page, "Tạo bản nháp", ("Mã thủ tục", "1.001193"), ("Tên thủ tục", "Cấp phép thử"), ("Lĩnh vực", "Thử nghiệm"));
        Assert.Contains(taken.Errors, error => error.Contains("1.001193", StringComparison.Ordinal));
        Assert.Contains(taken.Errors, error => error.Contains("cấp thực hiện", StringComparison.Ordinal));
        var begun = await visitor.SubmitAsync(
            taken, "Tạo bản nháp", ("Mã thủ tục", "1.999001"), ("Cấp xã, phường", "true"), ("Công dân", "true"));
        Assert.Equal("/quan-tri/thu-tuc/1.999001", begun.Path);
        Assert.Contains("1.999001", (await visitor.GetAsync("/quan-tri/thu-tuc")).Text, StringComparison.Ordinal);
        Assert.Null(catalog.TryFind("1.999001", today));
        var shown = await visitor.SubmitAsync(begun, "Lưu và công bố", ("Có hiệu lực từ ngày", $"{today:dd/MM/uuuu}"), ("Lý do thay đổi", "Thủ tục mới"));

        Assert.Empty(shown.Errors);
        var made = catalog.TryFind("1.999001", today)!;
        Assert.Equal("Cấp phép thử", made.Name);
        Assert.NotEmpty(catalog.Process(made.Id).Steps);
    }

    [Fact]
    public async Task The_second_of_two_writers_is_told_and_sees_both_versions()
    {
        await using var city = await TestCity.StartAsync(DatabaseKind.Sqlite);
        using var first = await city.SignInAsync(Administrator);
        using var second = await city.SignInAsync(Administrator);
        var mine = await first.GetAsync("/quan-tri/thu-tuc/1.004222");
        var theirs = await second.GetAsync("/quan-tri/thu-tuc/1.004222");

        var saved = await first.SubmitAsync(mine, "Lưu bản nháp", ("Lĩnh vực", "Cư trú A"));
        Assert.Contains("Đã lưu bản nháp.", saved.Text, StringComparison.Ordinal);
        var told = await second.SubmitAsync(theirs, "Lưu bản nháp", ("Lĩnh vực", "Cư trú B"));

        Assert.Contains("Cư trú A", told.Text, StringComparison.Ordinal);
        Assert.Contains("Cư trú B", told.Text, StringComparison.Ordinal);
        var kept = await second.SubmitAsync(told, "Lưu và xem trước");
        Assert.Contains("Cư trú B", kept.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_fields_are_told_beside_them_and_nothing_typed_is_lost()
    {
        await using var city = await TestCity.StartAsync(DatabaseKind.Sqlite);
        using var visitor = await city.SignInAsync(Administrator);
        var page = await visitor.SubmitAsync(await visitor.GetAsync("/quan-tri/thu-tuc/1.004222"), "Lưu bản nháp",
            ("Thời hạn 1", "sớm thôi"), ("Giờ bước 1", "nhiều"), ("Lĩnh vực", ""));
        Assert.Equal(3, page.Errors.Count);
        Assert.Contains("sớm thôi", page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_is_past_is_refused()
    {
        await using var city = await TestCity.StartAsync(DatabaseKind.Sqlite);
        using var visitor = await city.SignInAsync(Administrator);
        var page = await visitor.SubmitAsync(await visitor.GetAsync("/quan-tri/thu-tuc/1.004222"), "Lưu và công bố", ("Có hiệu lực từ ngày", "01/01/2020"));
        Assert.Contains("Ngày hiệu lực không được trước hôm nay.", page.Errors);
    }

    [Fact]
    public async Task Only_those_who_may_edit_get_in()
    {
        var city = await TestCity.SharedAsync(DatabaseKind.Sqlite);
        using var stranger = city.Visitor();
        Assert.StartsWith("/dang-nhap", (await stranger.GetAsync("/quan-tri/thu-tuc/1.004222")).Path, StringComparison.Ordinal);
        using var specialist = await city.SignInAsync(Specialist);
        Assert.Equal(HttpStatusCode.Forbidden, (await specialist.GetAsync("/quan-tri/thu-tuc/1.004222")).Status);
    }

    [Fact]
    public async Task An_unknown_code_is_not_found()
    {
        var city = await TestCity.SharedAsync(DatabaseKind.Sqlite);
        using var visitor = await city.SignInAsync(Administrator);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/quan-tri/thu-tuc/9.999999")).Status);
    }
}
