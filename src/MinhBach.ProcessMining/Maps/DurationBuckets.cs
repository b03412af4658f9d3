using System.Numerics;

namespace MinhBach.ProcessMining;

/// <summary>
/// Durations in whole seconds as numbers of buckets, 32 to each doubling: the middle of a bucket is at most
/// <see cref="RelativeError"/> away from what is in it. Counts of buckets can be added in any order.
/// </summary>
public static class DurationBuckets
{
    /// <summary>How far the middle of a bucket may be from a duration in it, as a part of it: 1/64, about 1.6 %. Below 64 seconds it is exact.</summary>
    public const double RelativeError = 1.0 / 64;

    private const int Bits = 5;
    private const int Exact = 1 << (Bits + 1);

    /// <summary>How many buckets hold all durations that fit into 32 bits.</summary>
    public const int Count = Exact + ((31 - Bits - 1) << Bits);

    /// <summary>Half of the buckets of one doubling.</summary>
    internal const int HalfDoubling = 1 << (Bits - 1);

    /// <summary>The bucket of a duration.</summary>
    /// <param name="seconds">Seconds, 0 or more.</param>
    public static int Of(long seconds)
    {
        if (seconds < Exact)
            return (int)seconds;
        var exponent = BitOperations.Log2((ulong)seconds);
        var within = (int)(seconds >> (exponent - Bits)) & ((1 << Bits) - 1);
        return Exact + ((exponent - Bits - 1) << Bits) + within;
    }

    /// <summary>The middle of a bucket, in seconds.</summary>
    public static long MiddleOf(int bucket) => bucket < Exact ? bucket : FirstOf(bucket) + (WidthOf(bucket) / 2);

    /// <summary>The shortest duration in a bucket, in seconds.</summary>
    public static long FirstOf(int bucket) => bucket < Exact ? bucket : ((1L << Bits) + ((bucket - Exact) & ((1 << Bits) - 1))) * WidthOf(bucket);

    private static long WidthOf(int bucket) => 1L << (((bucket - Exact) >> Bits) + 1);
}
