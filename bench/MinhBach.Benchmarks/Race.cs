using System.Diagnostics;

namespace MinhBach.Benchmarks;

/// <summary>
/// Contenders measured in turns, round after round, so that a busy moment of the machine hits all of them alike.
/// Times are medians over the rounds; a ratio is the median of the ratios within each round.
/// </summary>
internal sealed class Race(int rounds = 31)
{
    private static readonly TimeSpan TurnLength = TimeSpan.FromMilliseconds(20);

    private readonly List<(string Name, Func<int, long> Run, int Repeats, double[] Nanoseconds)> _contenders = [];

    // What the contenders compute is kept, lest the compiler leave it out.
    private long _sink;

    /// <summary>Adds a contender.</summary>
    /// <param name="name">Its name in the table.</param>
    /// <param name="run">Does the measured operation the given number of times and returns something of its results.</param>
    public void Add(string name, Func<int, long> run) => _contenders.Add((name, run, Calibrate(run), new double[rounds]));

    /// <summary>Runs all rounds and prints the table.</summary>
    public void Run()
    {
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (_, run, repeats, nanoseconds) in _contenders)
            {
                var start = Stopwatch.GetTimestamp();
                _sink ^= run(repeats);
                nanoseconds[round] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / repeats;
            }
        }

        Console.WriteLine($"{"",-36}{"median ns",14}{"min ns",14}{"per second",18}");
        foreach (var (name, _, _, nanoseconds) in _contenders)
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

    private int Calibrate(Func<int, long> run)
    {
        for (var repeats = 1; ; repeats *= 2)
        {
            var start = Stopwatch.GetTimestamp();
            _sink ^= run(repeats);
            if (Stopwatch.GetElapsedTime(start) >= TurnLength / 2 || repeats >= 1 << 28)
                return repeats;
        }
    }
}
