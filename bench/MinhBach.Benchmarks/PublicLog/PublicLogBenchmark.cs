using System.Diagnostics;
using MinhBach.Benchmarks.WritePath;

namespace MinhBach.Benchmarks.PublicLog;

/// <summary>What publishing costs those who work meanwhile, and how soon everybody sees what they did.</summary>
internal sealed class PublicLogBenchmark : IBenchmark
{
    private const int Callers = 32;
    private const int Supply = 8_000;
    private const int StepsPerSecond = 900;
    private const string Alone = "steps, 32 callers, nothing published";
    private const string Published = "steps, 32 callers, published meanwhile";

    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(20);

    public string Verb => "public-log";

    public string About => "steps completed while the public log is published, beside the same without; and from commit to checkpoint at 2,000 events a second";

    public async Task RunAsync(BenchmarkOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("minhbach-bench-public-log-").FullName;
        try
        {
            await using var city = await StepCity.OpenAsync(Path.Combine(folder, "alone"), postgres: null);
            await using var told = await StepCity.OpenAsync(Path.Combine(folder, "published"), postgres: null);
            await told.PublishAllAsync();
            var turns = new Turns(options.Rounds);
            turns.Add(Alone, () => WritePath.Callers.AskAsync(Callers, city.StepAsync), () => city.SupplyAsync(Supply));
            turns.Add(Published, () => PublishedMeanwhileAsync(told), async () =>
            {
                await told.SupplyAsync(Supply);
                await told.PublishAllAsync();
            });
            Console.WriteLine("SQLite, every commit on the disk; entries, tiles and checkpoints too");
            await turns.RunAsync();
            turns.Ratio("published/not", Published, Alone, ">=0.9");
            await TellLatenciesAsync(told);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Turn> PublishedMeanwhileAsync(StepCity city)
    {
        using var stop = new CancellationTokenSource();
        var publishing = city.PublishUntilAsync(stop.Token);
        var turn = await WritePath.Callers.AskAsync(Callers, city.StepAsync);
        await stop.CancelAsync();
        await publishing;
        return turn;
    }

    private static async Task TellLatenciesAsync(StepCity city)
    {
        await city.SupplyAsync((int)(StepsPerSecond * Watched.TotalSeconds));
        await city.PublishAllAsync();
        using var stop = new CancellationTokenSource();
        var seen = new List<(TimeSpan Oldest, long Entries)>();
        var publishing = city.PublishUntilAsync(stop.Token, (oldest, entries) => seen.Add((oldest, entries)));
        var began = Stopwatch.GetTimestamp();
        for (var step = 0; Stopwatch.GetElapsedTime(began) < Watched; step++)
        {
            await city.StepAsync(step % Callers);
            var ahead = TimeSpan.FromSeconds((step + 1.0) / StepsPerSecond) - Stopwatch.GetElapsedTime(began);
            if (ahead > TimeSpan.FromMilliseconds(1)) await Task.Delay(ahead);
        }

        var elapsed = Stopwatch.GetElapsedTime(began);
        await stop.CancelAsync();
        await publishing;
        var slowest = seen.Max(one => one.Oldest);
        Console.WriteLine(FormattableString.Invariant($"{seen.Sum(one => one.Entries) / elapsed.TotalSeconds:N0} events a second, {seen.Count} checkpoints; the oldest event of each waited {seen.Average(one => one.Oldest.TotalMilliseconds):N0} ms on average, {slowest.TotalMilliseconds:N0} ms at most"));
        Console.WriteLine(FormattableString.Invariant($"ratio commit-to-checkpoint-seconds {slowest.TotalSeconds:N2} goal <=2"));
    }
}
