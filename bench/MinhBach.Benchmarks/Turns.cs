using System.Diagnostics;

namespace MinhBach.Benchmarks;

/// <summary>What one turn came to.</summary>
/// <param name="Operations">How many were done.</param>
/// <param name="Elapsed">In what time.</param>
/// <param name="Latencies">How long each took, in ticks of the stopwatch; empty when the contender does not tell.</param>
/// <param name="Cpu">Processor time that was spent on it; null means whatever the meter of the race has counted.</param>
internal sealed record Turn(long Operations, TimeSpan Elapsed, long[] Latencies, TimeSpan? Cpu = null)
{
    public double PerSecond => Operations / Elapsed.TotalSeconds;
}

/// <summary>
/// Contenders that take turns of about a second, round after round. Figures are medians over the rounds; a ratio is the
/// median of the ratios within each round.
/// </summary>
/// <param name="rounds">How many rounds.</param>
/// <param name="meter">Processor time so far of all processes that work for the contenders; null means this process alone.</param>
internal sealed class Turns(int rounds, Func<TimeSpan>? meter = null)
{
    private readonly Func<TimeSpan> meter = meter ?? (() => Environment.CpuUsage.TotalTime);

    private readonly List<Contender> contenders = [];

    /// <summary>Adds a contender.</summary>
    /// <param name="name">Its name in the table.</param>
    /// <param name="run">Takes one turn.</param>
    /// <param name="prepare">What has to be done before each turn and is not measured.</param>
    public void Add(string name, Func<Task<Turn>> run, Func<Task>? prepare = null) => contenders.Add(new(name, run, prepare));

    /// <summary>Runs one round unmeasured, then all rounds, and prints the table.</summary>
    public async Task RunAsync()
    {
        for (var round = -1; round < rounds; round++)
        {
            foreach (var contender in contenders)
            {
                if (contender.Prepare is { } prepare) await prepare();
                var before = meter();
                var turn = await contender.Run();
                if (round >= 0) contender.Turns.Add(turn with { Cpu = turn.Cpu ?? meter() - before });
            }
        }

        Console.WriteLine($"{"",-44}{"per second",12}{"p50 ms",10}{"p99 ms",10}{"cpu µs each",14}");
        foreach (var contender in contenders)
        {
            var turns = contender.Turns;
            var told = turns[0].Latencies.Length > 0;
            var latencies = told ? FormattableString.Invariant($"{Median(turns.Select(turn => Milliseconds(turn, 0.5))),10:N2}{Median(turns.Select(turn => Milliseconds(turn, 0.99))),10:N2}") : new string(' ', 20);
            Console.WriteLine(FormattableString.Invariant($"{contender.Name,-44}{Median(turns.Select(turn => turn.PerSecond)),12:N0}{latencies}{Median(turns.Select(turn => turn.Cpu!.Value.TotalMicroseconds / turn.Operations)),14:N1}"));
        }
    }

    /// <summary>Prints how many times as much one contender does in a second as another, beside its goal.</summary>
    public void Ratio(string name, string above, string below, string goal)
    {
        var (first, second) = (Of(above), Of(below));
        Print(name, Median(first.Zip(second, (one, other) => one.PerSecond / other.PerSecond)), goal);
    }

    /// <summary>Prints how many times as long the slowest hundredth of the operations takes as the middle one.</summary>
    public void Spread(string name, string contender, string goal) =>
        Print(name, Median(Of(contender).Select(turn => Milliseconds(turn, 0.99) / Milliseconds(turn, 0.5))), goal);

    private static void Print(string name, double value, string goal) => Console.WriteLine(FormattableString.Invariant($"ratio {name} {value:0.##} goal {goal}"));

    private static double Milliseconds(Turn turn, double share)
    {
        Array.Sort(turn.Latencies);
        return turn.Latencies[(int)(share * (turn.Latencies.Length - 1))] * 1000.0 / Stopwatch.Frequency;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private List<Turn> Of(string name) => contenders.Single(contender => contender.Name == name).Turns;

    private sealed record Contender(string Name, Func<Task<Turn>> Run, Func<Task>? Prepare)
    {
        public List<Turn> Turns { get; } = [];
    }
}
