using System.Text.Json;
using MinhBach.Kernel;
using MinhBach.Procedures;
using MinhBach.Procedures.Import;
using MinhBach.Testing;
using NodaTime;

namespace MinhBach.Tests.Procedures.Import;

public sealed class ImportCatalogueTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("minhbach-catalogue-").FullName;

    [Theory, BothDatabases]
    public async Task Importing_again_changes_nothing(DatabaseKind kind)
    {
        await using var stand = await CatalogueStand.StartAsync(kind);
        Write(Record("1.000001", "Cấp giấy phép"), Record("1.000002", "Gia hạn giấy phép"));

        var first = await stand.Import.RunAsync(folder, Actor.System);
        var again = await stand.Import.RunAsync(folder, Actor.System);

        Assert.Equal((2, 2, 0, 0), (first.Records, first.Added, first.Changed, first.Unchanged));
        Assert.Equal((2, 0, 0, 2), (again.Records, again.Added, again.Changed, again.Unchanged));
        Assert.Equal(2, stand.Catalog.All.Count);
    }

    [Theory, BothDatabases]
    public async Task A_changed_record_makes_a_new_version_from_its_day_on(DatabaseKind kind)
    {
        await using var stand = await CatalogueStand.StartAsync(kind);
        Write(Record("1.000001", "Cấp giấy phép", "5 Ngày làm việc"));
        await stand.Import.RunAsync(folder, Actor.System, new LocalDate(2026, 1, 1));
        Write(Record("1.000001", "Cấp giấy phép", "3 Ngày làm việc"));
        await stand.Import.RunAsync(folder, Actor.System, new LocalDate(2026, 7, 1));

        await stand.Load.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, stand.Catalog.Versions("1.000001").Count);
        Assert.Equal(5, stand.Catalog.TryFind("1.000001", new LocalDate(2026, 6, 30))!.Cases[0].Term!.Amount);
        Assert.Equal(3, stand.Catalog.TryFind("1.000001", new LocalDate(2026, 7, 1))!.Cases[0].Term!.Amount);
        Assert.Null(stand.Catalog.TryFind("1.000001", new LocalDate(2025, 12, 31)));
    }

    [Theory, BothDatabases]
    public async Task What_is_stored_is_what_was_read(DatabaseKind kind)
    {
        await using var stand = await CatalogueStand.StartAsync(kind);
        Write(Record("1.000001", "Cấp giấy phép"));
        await stand.Import.RunAsync(folder, Actor.System);
        var written = JsonSerializer.Serialize(stand.Catalog.All, ProcedureJson.Options);
        await stand.Load.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(written, JsonSerializer.Serialize(stand.Catalog.All, ProcedureJson.Options));
    }

    [Fact]
    public async Task A_broken_file_says_where_and_changes_nothing()
    {
        await using var stand = await CatalogueStand.StartAsync(DatabaseKind.Sqlite);
        File.WriteAllLines(Path.Combine(folder, "tthc.ndjson"), [JsonSerializer.Serialize(Record("1.000001", "Cấp giấy phép")), "{\"ma_thu_tuc\": "]);

        var broken = await Assert.ThrowsAsync<CatalogueFileBrokenException>(() => stand.Import.RunAsync(folder, Actor.System));

        Assert.Contains("tthc.ndjson, dòng 2", broken.Message, StringComparison.Ordinal);
        Assert.Empty(stand.Catalog.All);
    }

    [Fact]
    public async Task A_missing_path_is_told()
    {
        await using var stand = await CatalogueStand.StartAsync(DatabaseKind.Sqlite);
        await Assert.ThrowsAsync<CatalogueFileBrokenException>(() => stand.Import.RunAsync(Path.Combine(folder, "none.xlsx"), Actor.System));
    }

    [Fact]
    public async Task A_record_without_a_code_is_a_problem_not_a_procedure()
    {
        await using var stand = await CatalogueStand.StartAsync(DatabaseKind.Sqlite);
        Write(Record("abc", "Cấp giấy phép"));
        var summary = await stand.Import.RunAsync(folder, Actor.System);
        Assert.Contains(summary.Problems, problem => problem.Field == "Mã thủ tục");
        Assert.Empty(stand.Catalog.All);
    }

    [Fact]
    public async Task The_whole_national_and_defence_catalogue_is_imported_and_every_process_runs()
    {
        await using var stand = await CatalogueStand.StartAsync(DatabaseKind.Sqlite);
        var summary = await stand.Import.RunAsync(SharedData.Find("procedures"), Actor.System, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal((2849, 2849), (summary.Records, summary.Added));
        await stand.Load.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2849, stand.Catalog.All.Count);
        Assert.All(stand.Catalog.All, version => Assert.NotEmpty(stand.Catalog.Process(version.Id).Steps));
        Assert.Contains("Giải quyết tố cáo", stand.Search.Suggest("giai quyet to cao")[0].Name, StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Write(params NationalRecord[] records) =>
        File.WriteAllLines(Path.Combine(folder, "tthc.ndjson"), records.Select(record => JsonSerializer.Serialize(record)));

    private static NationalRecord Record(string code, string name, string term = "7 Ngày làm việc") => new()
    {
        Code = code,
        Name = name,
        Field = "Giấy phép",
        Levels = "Cấp xã",
        Audiences = "Công dân Việt Nam",
        Channels = $"Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp{term}20,000 VNĐ(20.000 đồng/lần)Tại quầy",
        Papers = "--Tên giấy tờMẫu đơn, tờ khaiSố lượngĐơn đề nghị1 bản chính",
        LegalBases = "Tên văn bản pháp lýMã văn bảnLuật A01/2016/QH14",
        Results = "Giấy phépMã: KQ.G01.000001",
    };
}
