using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace MinhBach.Benchmarks.ReadPath;

/// <summary>How long questions took to be answered.</summary>
internal sealed class Answers(double[] sorted)
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(4);

    // The first answers wait for plans and pages that the later ones find ready.
    private const int WarmUp = 10;

    /// <summary>Lets so many users ask for some seconds, each of them again as soon as they are answered.</summary>
    public static async Task<Answers> OfAsync(IServiceProvider services, int users, Func<IServiceProvider, int, Task<int>> ask)
    {
        for (var i = 0; i < WarmUp; i++) await TimeAsync(services, i, ask);
        var end = Stopwatch.GetTimestamp() + (long)(Length.TotalSeconds * Stopwatch.Frequency);
        var times = await Task.WhenAll(Enumerable.Range(0, users).Select(user => Task.Run(async () =>
        {
            var own = new List<double>();
            for (var number = user * 1000; Stopwatch.GetTimestamp() < end; number++) own.Add(await TimeAsync(services, number, ask));
            return own;
        })));
        return new([.. times.SelectMany(own => own).Order()]);
    }

    /// <summary>The time within which this share was answered, in milliseconds.</summary>
    public double At(double share) => sorted[(int)(share * (sorted.Length - 1))];

    public void Print(string title, int users) =>
        Console.WriteLine(FormattableString.Invariant($"{title,-28}{users,8}{At(0.5),10:N2}{At(0.95),10:N2}{sorted[^1],10:N2}{sorted.Length,8}"));

    private static async Task<double> TimeAsync(IServiceProvider services, int number, Func<IServiceProvider, int, Task<int>> ask)
    {
        var start = Stopwatch.GetTimestamp();
        // Whoever comes while all threads are busy waits for one, as a request does: SQLite answers on the asker's own.
        await Task.Yield();
        // As in a request: the context is made, used and left.
        await using var scope = services.CreateAsyncScope();
        GC.KeepAlive(await ask(scope.ServiceProvider, number));
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
