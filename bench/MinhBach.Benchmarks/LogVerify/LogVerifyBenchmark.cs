using System.Diagnostics;
using MinhBach.Transparency;
using MinhBach.TransparencyLog;

namespace MinhBach.Benchmarks.LogVerify;

/// <summary>A public log of a million entries checked from its first to its last, with every published figure counted again.</summary>
internal sealed class LogVerifyBenchmark : IBenchmark
{
    private const int Entries = 1_000_000;
    private const int MostRounds = 3;

    public string Verb => "log-verify";

    public string About => "a public log of a million entries checked whole, every published figure counted again";

    public Task RunAsync(BenchmarkOptions options)
    {
        var root = Directory.CreateTempSubdirectory("minhbach-bench-log-verify-").FullName;
        try
        {
            using var key = SignerKey.Generate("log.example/thanh-pho");
            var folder = Path.Combine(root, "log");
            var begun = Stopwatch.GetTimestamp();
            SyntheticCity.Make(folder, key, Entries);
            var bytes = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
            Console.WriteLine(FormattableString.Invariant($"{Entries:N0} entries, {bytes / 1e6:N0} MB, made in {Stopwatch.GetElapsedTime(begun).TotalSeconds:F1} s; {Environment.ProcessorCount} processors"));
            var slowest = 0.0;
            for (var round = 0; round < Math.Min(options.Rounds, MostRounds); round++) slowest = Math.Max(slowest, Take(folder, key, Path.Combine(root, "state")));
            Console.WriteLine(FormattableString.Invariant($"ratio log-verify-seconds {slowest:F1} goal <=60"));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }

        return Task.CompletedTask;
    }

    private static double Take(string folder, SignerKey key, string state)
    {
        var (begun, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var report = new WatchedLog(folder, new LogFolder(folder), new() { Keys = [key.Verifier] }, new(state), TimeProvider.System).Check();
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        foreach (var finding in report.Findings.Kept.Take(5)) Console.WriteLine($"{finding.Code} {string.Join(' ', finding.Values)}");
        if (report.Findings.Total > 0) throw new InvalidOperationException("A sound log was not found sound.");
        Console.WriteLine(FormattableString.Invariant($"checked in {seconds:F1} s ({(Environment.CpuUsage.TotalTime - processor).TotalSeconds:F1} s of processors): {report.Cases:N0} dossiers, {report.Statistics} tables counted again, {Environment.WorkingSet / 1e6:N0} MB of memory"));
        return seconds;
    }
}
