using System.Diagnostics;
using MinhBach.Procedures;
using MinhBach.Procedures.Import;
using MinhBach.Procedures.Search;
using MinhBach.Procedures.Starter;

namespace MinhBach.Benchmarks.Search;

/// <summary>Searching the whole catalogue, filters and counts included, against a plain scan of the same texts.</summary>
internal sealed class SearchBenchmark : IBenchmark
{
    private const int Rounds = 60;
    private const double GoalMilliseconds = 30;

    // What people type: whole names, bare words, beginnings, codes, slips of the finger, nonsense.
    private static readonly string[] Queries =
    [
        "đăng ký khai sinh", "dang ky ket hon", "khai tu", "giấy phép xây dựng nhà ở", "cap doi giay phep lai xe", "hộ kinh doanh",
        "đất đai chuyển nhượng", "tam tru", "chứng thực bản sao", "c", "ca", "cấp", "giấy phép", "1.001193", "2.0008", "cap giay phep moi truong",
        "dang ky doanh nghiep", "khieu nai", "to cao", "thue gia tri gia tang", "hai quan xuat khau", "đăng kí khai sihn", "giay phep xay dugn",
        "thẩm định báo cáo đánh giá tác động môi trường", "lý lịch tư pháp", "nuoi con nuoi", "trợ cấp xã hội", "ngan hang quy tin dung", "xe co gioi kiem dinh",
        "qqqq zzzz", "thủ tục cấp lại giấy chứng nhận đủ điều kiện kinh doanh dịch vụ", "an toan thong tin mang", "vlxd", "bien so xe",
    ];

    public string Verb => "search";

    public string About => "searching the catalogue of procedures against a plain scan";

    public Task RunAsync(BenchmarkOptions options)
    {
        var catalog = new ProcedureCatalog(TimeProvider.System);
        var versions = Load();
        catalog.Add(versions);
        var started = Stopwatch.GetTimestamp();
        var search = new ProcedureSearch(catalog);
        search.Find(new SearchRequest("a"));
        Console.WriteLine(FormattableString.Invariant($"{versions.Count} procedures, index built in {Stopwatch.GetElapsedTime(started).TotalMilliseconds:N0} ms, {Queries.Length} queries"));

        var scan = new PlainScan(catalog.All);
        var (searched, suggested, scanned) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = -5; round < Rounds; round++)
        {
            foreach (var query in Queries)
            {
                var (full, quick, plain) = (Time(() => search.Find(new SearchRequest(query)).Total), Time(() => search.Suggest(query).Count), Time(() => scan.Find(query)));
                if (round < 0)
                    continue;
                searched.Add(full);
                suggested.Add(quick);
                scanned.Add(plain);
            }
        }

        Console.WriteLine($"{"",-36}{"p50 ms",12}{"p95 ms",12}{"max ms",12}");
        Print("search with filters and counts", searched);
        Print("suggestions", suggested);
        Print("plain scan of the same texts", scanned);
        Console.WriteLine(FormattableString.Invariant($"ratio search-p95-ms {Quantile(searched, 0.95):0.##} goal <={GoalMilliseconds}"));
        Console.WriteLine(FormattableString.Invariant($"ratio plain-scan/suggestions {Quantile(scanned, 0.95) / Quantile(suggested, 0.95):0.##} goal >=1"));
        return Task.CompletedTask;
    }

    private static IReadOnlyList<ProcedureVersion> Load()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", "procedures");
            if (Directory.Exists(path))
                return Numbered(CatalogueFiles.Read(path).Select(record => record.Version));
        }

        Console.WriteLine("The national catalogue is not here (no folder shared/data above): the starter catalogue is measured.");
        return Numbered(StarterCatalogue.Read());
    }

    private static List<ProcedureVersion> Numbered(IEnumerable<ProcedureVersion> versions) =>
        [.. versions.Select((version, index) => version with { Id = new ProcedureVersionId(index + 1), ProcedureId = new ProcedureId(index + 1), Number = 1 })];

    private static double Time(Func<int> run)
    {
        var start = Stopwatch.GetTimestamp();
        GC.KeepAlive(run());
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Print(string name, List<double> times) =>
        Console.WriteLine(FormattableString.Invariant($"{name,-36}{Quantile(times, 0.5),12:N3}{Quantile(times, 0.95),12:N3}{times.Max(),12:N3}"));

    private static double Quantile(List<double> times, double share)
    {
        var sorted = times.Order().ToList();
        return sorted[(int)(share * (sorted.Count - 1))];
    }
}
