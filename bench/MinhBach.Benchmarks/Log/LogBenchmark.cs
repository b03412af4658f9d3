using System.Diagnostics;
using System.Security.Cryptography;
using MinhBach.TransparencyLog;

namespace MinhBach.Benchmarks.Log;

/// <summary>Entries of 200 bytes integrated into a log on the disk, beside bare SHA-256 of the same bytes; each on one thread.</summary>
internal sealed class LogBenchmark : IBenchmark
{
    private const int EntryBytes = 200;
    private const int Entries = 1 << 19;
    private const int LargeBatch = 1 << 16;
    private const int SmallBatch = 1 << 12;
    private const string Files = "the same files by bare calls";
    private const string Bare = "bare SHA-256 (libcrypto)";
    private const string Framework = "SHA256.HashData";
    private const string Large = "integrated durably, 65,536 a commit";
    private const string Small = "integrated durably, 4,096 a commit";
    private const string Checked = "checked against the checkpoint";

    private readonly byte[] _bytes = new byte[Entries * EntryBytes];

    public string Verb => "log";

    public string About => "entries of 200 bytes integrated into durable tiles and checked, beside bare SHA-256 of the same bytes";

    public async Task RunAsync(BenchmarkOptions options)
    {
        new Random(2026).NextBytes(_bytes);
        var root = Directory.CreateTempSubdirectory("minhbach-bench-log-").FullName;
        var path = "";
        var logs = 0;
        try
        {
            var head = TreeHead.Empty;
            var turns = new Turns(options.Rounds);
            turns.Add(Bare, () => Take(() => GC.KeepAlive(BareSha256.HashAll(_bytes, EntryBytes))));
            turns.Add(Framework, () => Take(HashByFramework));
            turns.Add(Files, () => Take(() => BareFiles.Write(path, _bytes, Tile.FullWidth * EntryBytes, LargeBatch / Tile.FullWidth)), Next);
            turns.Add(Small, () => Take(() => head = Integrate(path, SmallBatch)), Next);
            turns.Add(Large, () => Take(() => head = Integrate(path, LargeBatch)), Next);
            turns.Add(Checked, () => Take(() => Check(path, head)));
            Console.WriteLine(FormattableString.Invariant($"{Entries:N0} entries of {EntryBytes} bytes, one thread each"));
            await turns.RunAsync();
            turns.Ratio("integrated/bare-hashing", Large, Bare, ">=0.35");
            turns.Ratio("integrated-in-small-batches/bare-hashing", Small, Bare, "none");
            turns.Ratio("integrated/bare-files", Large, Files, "none");
            turns.Ratio("bare-files/bare-hashing", Files, Bare, "none");
            turns.Ratio("checked/bare-hashing", Checked, Bare, "none");

            // A new folder each time: ext4 is slow at making files where many were deleted a moment ago.
            Task Next()
            {
                path = Path.Combine(root, FormattableString.Invariant($"log-{logs++}"));
                return Task.CompletedTask;
            }
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static Task<Turn> Take(Action work)
    {
        var begun = Stopwatch.GetTimestamp();
        work();
        return Task.FromResult(new Turn(Entries, Stopwatch.GetElapsedTime(begun), []));
    }

    private static void Check(string path, TreeHead head)
    {
        var found = 0;
        foreach (var bundle in new LogCheck(new LogFolder(path), head).Run())
            found += bundle.Damage.Count == 0 ? bundle.Entries.Count : 0;
        if (found != Entries) throw new InvalidOperationException($"Of {Entries} entries {found} were found whole.");
    }

    private TreeHead Integrate(string path, int batch)
    {
        using var writer = LogWriter.Open(new LogFolder(path), TreeHead.Empty);
        for (var i = 0; i < Entries; i++)
        {
            writer.Append(_bytes.AsSpan(i * EntryBytes, EntryBytes));
            if ((i + 1) % batch == 0) writer.Commit();
        }

        return writer.Commit();
    }

    private void HashByFramework()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        for (var at = 0; at < _bytes.Length; at += EntryBytes)
            SHA256.HashData(_bytes.AsSpan(at, EntryBytes), hash);
    }
}
