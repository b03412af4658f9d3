using System.Collections.Concurrent;
using System.Diagnostics;

namespace MinhBach.Benchmarks.Day;

/// <summary>What was asked, how long the answer took, and what went wrong.</summary>
internal sealed class Record
{
    private long begun = Stopwatch.GetTimestamp();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<(TimeSpan At, TimeSpan Took)>> kinds = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> troubles = new();
    private long failed;
    private long lastFailure;

    /// <summary>Since it began.</summary>
    public TimeSpan Now => Stopwatch.GetElapsedTime(begun);

    public long Failed => Interlocked.Read(ref failed);

    public IEnumerable<string> Troubles => troubles;

    /// <summary>When something went wrong last; null when nothing did.</summary>
    public TimeSpan? LastFailure => Interlocked.Read(ref lastFailure) is var ticks and > 0 ? TimeSpan.FromTicks(ticks) : null;

    /// <summary>Forgets what was before, and begins here.</summary>
    public void Restart()
    {
        kinds.Clear();
        troubles.Clear();
        (failed, lastFailure, begun) = (0, 0, Stopwatch.GetTimestamp());
    }

    public void Add(string kind, TimeSpan took) => kinds.GetOrAdd(kind, _ => new()).Enqueue((Now, took));

    public void Fail(string kind, string why)
    {
        Interlocked.Exchange(ref lastFailure, Now.Ticks);
        if (Interlocked.Increment(ref failed) <= 100) troubles.Enqueue(FormattableString.Invariant($"{Now.TotalSeconds:N0} s, {kind}: {why}"));
    }

    public long CountOf(string kind) => kinds.TryGetValue(kind, out var answers) ? answers.Count : 0;

    /// <summary>Milliseconds within which 95 of 100 of all kinds were answered in a part of the time.</summary>
    public double P95(TimeSpan from, TimeSpan until) => At(0.95, kinds.Values.SelectMany(answers => answers).Where(answer => answer.At >= from && answer.At < until));

    public void Print()
    {
        var length = Now;
        Console.WriteLine($"{"",-36}{"a second",10}{"p50 ms",10}{"p95 ms",10}{"p99 ms",10}{"max ms",10}");
        foreach (var (kind, answers) in kinds.OrderBy(kind => kind.Key, StringComparer.Ordinal).Append(new("all", new(kinds.Values.SelectMany(answers => answers)))))
            Console.WriteLine(FormattableString.Invariant($"{kind,-36}{answers.Count / length.TotalSeconds,10:N1}{At(0.5, answers),10:N1}{At(0.95, answers),10:N1}{At(0.99, answers),10:N1}{At(1, answers),10:N1}"));
    }

    private static double At(double share, IEnumerable<(TimeSpan At, TimeSpan Took)> answers)
    {
        TimeSpan[] sorted = [.. answers.Select(answer => answer.Took).Order()];
        return sorted.Length == 0 ? 0 : sorted[(int)(share * (sorted.Length - 1))].TotalMilliseconds;
    }
}
