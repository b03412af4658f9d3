namespace MinhBach.Kernel;

/// <summary>
/// How long things took, counted in buckets that grow by an eighth: any quantile within 13 %, in constant memory, safe from
/// many threads. From a tenth of a microsecond to two hours; what is longer counts as two hours.
/// </summary>
public sealed class Latencies
{
    private const int PerOctave = 8;
    private const int Octaves = 36;

    private readonly long[] buckets = new long[PerOctave * Octaves];
    private long longest;

    /// <summary>How many were counted.</summary>
    public long Count => buckets.Sum(bucket => Interlocked.Read(in bucket));

    /// <summary>The longest of all.</summary>
    public TimeSpan Longest => TimeSpan.FromTicks(Interlocked.Read(ref longest));

    /// <summary>Counts one.</summary>
    public void Add(TimeSpan took)
    {
        var ticks = Math.Max(1, took.Ticks);
        Interlocked.Increment(ref buckets[Math.Min((int)(Math.Log2(ticks) * PerOctave), buckets.Length - 1)]);
        for (var known = Interlocked.Read(ref longest); ticks > known; known = Interlocked.Read(ref longest))
            if (Interlocked.CompareExchange(ref longest, ticks, known) == known) break;
    }

    /// <summary>The time within which a share of them was done; zero when there are none.</summary>
    /// <param name="share">0 to 1, such as 0.95.</param>
    public TimeSpan Quantile(double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        var counted = Array.ConvertAll(buckets, bucket => bucket);
        var rest = (long)Math.Ceiling(share * counted.Sum());
        if (rest == 0) return TimeSpan.Zero;
        var place = 0;
        while ((rest -= counted[place]) > 0) place++;
        var upper = TimeSpan.FromTicks((long)Math.Ceiling(Math.Pow(2, (place + 1.0) / PerOctave)));
        return upper < Longest ? upper : Longest;
    }
}
