using System.Diagnostics;

namespace MinhBach.Benchmarks;

/// <summary>
/// Contenders measured in turns, round after round, so that a busy moment of the machine hits all of them alike.
/// Times are medians over the rounds; a ratio is the median of the ratios within each round.
/// </summary>
internal sealed class Race(int rounds = 151)
{
    // Shorter than the slice that a busy machine gives, so that most turns run undisturbed.
    private static readonly TimeSpan TurnLength = TimeSpan.FromMilliseconds(3);

    private readonly List<(string Name, Func<long> Run, int Operations, int Calls, double[] Nanoseconds)> _contenders = [];

    // What the contenders compute is kept, lest the compiler leave it out.
    private long _sink;

    /// <summary>Adds a contender.</summary>
    /// <param name="name">Its name in the table.</param>
    /// <param name="operations">How many operations one call does.</param>
    /// <param name="run">Does them and returns something of their results.</param>
    public void Add(string name, int operations, Func<long> run) => _contenders.Add((name, run, operations, WarmUp(run), new double[rounds]));

    /// <summary>Runs all rounds and prints the table.</summary>
    public void Run()
    {
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (_, run, operations, calls, nanoseconds) in _contenders)
            {
                var start = Stopwatch.GetTimestamp();
                for (var call = 0; call < calls; call++)
                    _sink ^= run();
                nanoseconds[round] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / ((double)operations * calls);
            }
        }

        Console.WriteLine($"{"",-36}{"median ns",14}{"min ns",14}{"per second",18}");
        foreach (var (name, _, _, _, nanoseconds) in _contenders)
            Console.WriteLine(FormattableString.Invariant($"{name,-36}{Median(nanoseconds),14:N1}{nanoseconds.Min(),14:N1}{1e9 / Median(nanoseconds),18:N0}"));
        GC.KeepAlive(_sink);
    }

    /// <summary>Prints how many times longer one contender takes than another, beside its goal.</summary>
    public void Ratio(string name, string slower, string faster, string goal)
    {
        var (above, below) = (TimesOf(slower), TimesOf(faster));
        var value = Median([.. above.Zip(below, (slow, fast) => slow / fast)]);
        Console.WriteLine(FormattableString.Invariant($"ratio {name} {value:0.##} goal {goal}"));
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private double[] TimesOf(string name) => _contenders.Single(contender => contender.Name == name).Nanoseconds;

    /// <summary>
    /// Runs until two windows in a row find nothing faster, with pauses in which the compiler may replace what it has
    /// seen often, and says how many calls fill a turn then.
    /// </summary>
    private int WarmUp(Func<long> run)
    {
        var best = double.MaxValue;
        for (var (window, settled) = (0, 0); window < 20 && (window < 5 || settled < 2); window++)
        {
            var fastest = double.MaxValue;
            var start = Stopwatch.GetTimestamp();
            do
            {
                var call = Stopwatch.GetTimestamp();
                _sink ^= run();
                fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(call).TotalNanoseconds);
            }
            while (Stopwatch.GetElapsedTime(start) < 30 * TurnLength);
            settled = fastest > best * 0.9 ? settled + 1 : 0;
            best = Math.Min(best, fastest);
            Thread.Sleep(150);
        }

        return Math.Max(1, (int)(TurnLength.TotalNanoseconds / best));
    }
}
