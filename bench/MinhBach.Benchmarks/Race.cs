using System.Diagnostics;

namespace MinhBach.Benchmarks;

/// <summary>
/// Contenders measured in turns, round after round, so that a busy moment of the machine hits all of them alike.
/// Times are medians over the rounds; a ratio is the median of the ratios within each round.
/// </summary>
internal sealed class Race(int rounds = 31)
{
    private static readonly TimeSpan TurnLength = TimeSpan.FromMilliseconds(20);

    private const int WarmUpRounds = 8;

    private readonly List<(string Name, Func<long> Run, int Operations, int Calls, double[] Nanoseconds)> _contenders = [];

    // What the contenders compute is kept, lest the compiler leave it out.
    private long _sink;

    /// <summary>Adds a contender.</summary>
    /// <param name="name">Its name in the table.</param>
    /// <param name="operations">How many operations one call does.</param>
    /// <param name="run">Does them and returns something of their results.</param>
    public void Add(string name, int operations, Func<long> run) => _contenders.Add((name, run, operations, Calibrate(run), new double[rounds]));

    /// <summary>Runs all rounds and prints the table.</summary>
    public void Run()
    {
        // The first rounds are warm-up: the pause after each lets the compiler make its best of what it has seen.
        for (var round = -WarmUpRounds; round < rounds; round++)
        {
            if (round <= 0)
                Thread.Sleep(200);
            foreach (var (_, run, operations, calls, nanoseconds) in _contenders)
            {
                var start = Stopwatch.GetTimestamp();
                for (var call = 0; call < calls; call++)
                    _sink ^= run();
                nanoseconds[Math.Max(round, 0)] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / ((double)operations * calls);
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

    private int Calibrate(Func<long> run)
    {
        // Enough calls for the compiler to see that the method matters, then as many as fill a turn.
        var calls = 0;
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < 5 * TurnLength)
        {
            _sink ^= run();
            calls++;
        }

        return Math.Max(1, calls / 5);
    }
}
