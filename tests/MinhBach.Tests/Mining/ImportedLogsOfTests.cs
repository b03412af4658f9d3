using System.Globalization;
using System.IO.Compression;
using System.Text;
using MinhBach.Kernel;
using MinhBach.Mining.Import;
using MinhBach.Mining.Imported;
using MinhBach.Mining.Mapping;
using MinhBach.Testing;

namespace MinhBach.Tests.Mining;

/// <summary>Logs of other systems for tests, and how they are brought in.</summary>
internal static class ImportedLogsOfTests
{
    /// <summary>The log of the permit desk.</summary>
    public static string Receipt => SharedData.Find("event-logs/08_receipt.xes.gz");

    /// <summary>The map of docs/import-log.md, which is for that log.</summary>
    public static string ReceiptMapText()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "import-log.md"));
        var from = page.IndexOf("```json\n", StringComparison.Ordinal) + "```json\n".Length;
        return page[from..page.IndexOf("```", from, StringComparison.Ordinal)];
    }

    public static LogMap ReceiptMap() => Read(ReceiptMapText());

    /// <summary>A map for small CSV files with the columns case, activity, timestamp, person, due, done and office.</summary>
    public static LogMap Small(string slug) => Read($$"""
        { "source": { "name": "Sổ cũ", "slug": "{{slug}}" },
          "events": { "case": "case", "activity": "activity", "timestamp": "timestamp", "resource": "person" },
          "cases": { "due": "due", "done": "done", "department": "office" } }
        """);

    public static LogMap Read(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return LogMapFile.Read(stream);
    }

    public static Task<LogImportSummary> ImportAsync(this TestCity city, string path, LogMap map, IProgress<LogImportProgress>? progress = null, CancellationToken cancellation = default) =>
        city.Service<ImportLog>().RunAsync(path, Path.GetFileName(path), map, Actor.System, progress: progress, cancellation: cancellation);

    /// <summary>Brings in a file with these rows under the header of <see cref="Small"/>.</summary>
    public static async Task<LogImportSummary> ImportRowsAsync(this TestCity city, string slug, params string[] rows)
    {
        using var file = new TemporaryFile(Csv(rows));
        return await city.ImportAsync(file.Path, Small(slug));
    }

    public static string Csv(params string[] rows) => "case,activity,timestamp,person,due,done,office\n" + string.Join('\n', rows) + "\n";

    public static async Task<ImportedLog> ImportedAsync(this TestCity city, string slug)
    {
        var logs = city.Service<ImportedLogs>();
        return await logs.OfAsync((await logs.SourceAsync(slug, TestContext.Current.CancellationToken))!);
    }

    /// <summary>How many entries of the journal are cases of other systems.</summary>
    public static async Task<long> EntriesAsync(this TestCity city)
    {
        await using var connection = await city.Service<CityDatabase>().OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM journal_entry WHERE stream = 'imported-case'";
        return Convert.ToInt64(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
    }

    /// <summary>A log that unpacks to more than 250 times its size.</summary>
    public static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            packing.Write("<log>"u8);
            var trace = Encoding.UTF8.GetBytes("<trace><string key=\"a\" value=\"" + new string('a', 200_000) + "\"/></trace>");
            for (var i = 0; i < 200; i++) packing.Write(trace);
        }

        return packed.ToArray();
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MinhBach.slnx"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("MinhBach.slnx is in no parent folder.");
        return folder;
    }
}

/// <summary>A file that goes with the test.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public TemporaryFile(string content)
        : this(Encoding.UTF8.GetBytes(content))
    {
    }

    public TemporaryFile(byte[] content) => File.WriteAllBytes(Path, content);

    public string Path { get; } = System.IO.Path.Combine(Directory.CreateTempSubdirectory("minhbach-test-").FullName, "log");

    public void Dispose() => Directory.Delete(System.IO.Path.GetDirectoryName(Path)!, recursive: true);
}
