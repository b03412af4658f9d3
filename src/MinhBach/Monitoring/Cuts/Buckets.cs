using System.Numerics;

namespace MinhBach.Monitoring.Cuts;

/// <summary>
/// Durations as the number of a bucket, 32 buckets to each doubling: what is read back is at most 1.6 % off. Counts of buckets
/// can be added in any order, so that parts of a city sum up to the city.
/// </summary>
internal static class Buckets
{
    private const int Bits = 5;
    private const int PerDoubling = 1 << Bits;

    /// <summary>How many buckets there are.</summary>
    public const int Count = (32 - Bits) * PerDoubling;

    /// <summary>The bucket of a duration.</summary>
    /// <param name="seconds">Not negative.</param>
    public static int Of(int seconds)
    {
        if (seconds < PerDoubling) return seconds;
        var shift = BitOperations.Log2((uint)seconds) - Bits;
        return ((shift + 1) << Bits) + ((seconds >> shift) - PerDoubling);
    }

    /// <summary>The middle of a bucket, in seconds.</summary>
    public static double Seconds(int bucket)
    {
        if (bucket < PerDoubling) return bucket;
        var shift = (bucket >> Bits) - 1;
        var low = (long)(PerDoubling + (bucket & (PerDoubling - 1))) << shift;
        return low + (((1L << shift) - 1) / 2.0);
    }

    /// <summary>The duration that a share of all do not exceed, in seconds, by nearest rank.</summary>
    public static double Quantile(ReadOnlySpan<int> counts, long all, double share)
    {
        var rank = (long)Math.Ceiling(share * all);
        for (var bucket = 0; bucket < counts.Length; bucket++)
        {
            rank -= counts[bucket];
            if (rank <= 0) return Seconds(bucket);
        }

        throw new ArgumentOutOfRangeException(nameof(all), "More is counted than the buckets hold.");
    }
}
