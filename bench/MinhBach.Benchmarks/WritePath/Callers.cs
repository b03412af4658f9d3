using System.Diagnostics;

namespace MinhBach.Benchmarks.WritePath;

/// <summary>Some callers at once, each of whom asks again as soon as it was answered.</summary>
internal static class Callers
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(1);

    /// <summary>Lets them ask for a second.</summary>
    /// <param name="count">How many callers.</param>
    /// <param name="ask">One question of the caller with this number.</param>
    public static async Task<Turn> AskAsync(int count, Func<int, Task> ask)
    {
        var start = Stopwatch.GetTimestamp();
        var end = start + (long)(Length.TotalSeconds * Stopwatch.Frequency);
        var latencies = await Task.WhenAll(Enumerable.Range(0, count).Select(number => Task.Run(async () =>
        {
            var own = new List<long>(8192);
            for (var now = Stopwatch.GetTimestamp(); now < end;)
            {
                await ask(number);
                var answered = Stopwatch.GetTimestamp();
                own.Add(answered - now);
                now = answered;
            }

            return own;
        })));
        var elapsed = Stopwatch.GetElapsedTime(start);
        long[] all = [.. latencies.SelectMany(own => own)];
        return new Turn(all.Length, elapsed, all);
    }
}
