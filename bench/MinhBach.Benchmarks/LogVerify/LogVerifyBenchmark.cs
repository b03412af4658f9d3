using System.Diagnostics;
using MinhBach.Transparency;
using MinhBach.TransparencyLog;

namespace MinhBach.Benchmarks.LogVerify;

/// <summary>A public log of a million entries checked from its first to its last, with every published figure counted again.</summary>
internal sealed class LogVerifyBenchmark : IBenchmark
{
    private const int Entries = 1_000_000;
    private const int MostRounds = 3;
    private const int FewEntries = 100_000;
    private const int DelayMilliseconds = 50;

    public string Verb => "log-verify";

    public string About => "a public log of a million entries checked whole, every published figure counted again";

    public async Task RunAsync(BenchmarkOptions options)
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
            var rounds = Math.Min(options.Rounds, MostRounds);
            for (var round = 0; round < rounds; round++) slowest = Math.Max(slowest, Take(new LogFolder(folder), key, Path.Combine(root, "state")));
            Console.WriteLine(FormattableString.Invariant($"ratio log-verify-seconds {slowest:F1} goal <=60"));
            await RunDistantAsync(root, key, rounds);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task RunDistantAsync(string root, SignerKey key, int rounds)
    {
        var folder = Path.Combine(root, "few");
        SyntheticCity.Make(folder, key, FewEntries);
        await using var server = await DistantServer.StartAsync(folder, TimeSpan.FromMilliseconds(DelayMilliseconds));
        using var http = new HttpClient();
        var distant = new SteadySource(new(http, server.Address), TimeSpan.FromSeconds(1));
        Console.WriteLine(FormattableString.Invariant($"{FewEntries:N0} entries, in a folder and on a server that answers after {DelayMilliseconds} ms"));
        List<double> ratios = [];
        for (var round = 0; round < rounds; round++)
        {
            var near = Take(new LogFolder(folder), key, Path.Combine(root, "near"));
            var far = Take(distant, key, Path.Combine(root, "far"));
            ratios.Add(far / near);
            var asked = server.TakeAsked();
            Console.WriteLine(FormattableString.Invariant($"asked for {asked:N0} files: {asked * DelayMilliseconds / 1000.0:F1} s of waiting if one followed the other"));
        }

        Console.WriteLine(FormattableString.Invariant($"ratio log-verify-distant/near {ratios.Order().ElementAt(rounds / 2):F1} goal none"));
    }

    private static double Take(ILogSource source, SignerKey key, string state)
    {
        var (begun, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var report = new WatchedLog("bench", source, new() { Keys = [key.Verifier] }, new(state), TimeProvider.System).Check();
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        foreach (var finding in report.Findings.Kept.Take(5)) Console.WriteLine($"{finding.Code} {string.Join(' ', finding.Values)}");
        if (report.Findings.Total > 0) throw new InvalidOperationException("A sound log was not found sound.");
        Console.WriteLine(FormattableString.Invariant($"checked in {seconds:F1} s ({(Environment.CpuUsage.TotalTime - processor).TotalSeconds:F1} s of processors): {report.Cases:N0} dossiers, {report.Statistics} tables counted again, {Environment.WorkingSet / 1e6:N0} MB of memory"));
        return seconds;
    }
}
