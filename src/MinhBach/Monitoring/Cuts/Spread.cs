using MinhBach.ProcessMining;

namespace MinhBach.Monitoring.Cuts;

/// <summary>How long something took, in seconds of work. Quantiles are nearest rank, within <see cref="DurationBuckets.RelativeError"/>.</summary>
/// <param name="Mean">On the average, exact.</param>
/// <param name="P50">Half took no longer.</param>
/// <param name="P75">Three quarters did.</param>
/// <param name="P90">Nine of ten did.</param>
/// <param name="Sum">All together, exact.</param>
internal readonly record struct Spread(double Mean, double P50, double P75, double P90, long Sum)
{
    /// <summary>From how many durations fell into each bucket.</summary>
    public static Spread OfCounts(ReadOnlySpan<int> counts, int all, long sum)
    {
        var (bucket, reached) = (0, counts[0]);
        return new(sum / (double)all, Next(counts, Rank(0.5, all), ref bucket, ref reached), Next(counts, Rank(0.75, all), ref bucket, ref reached), Next(counts, Rank(0.9, all), ref bucket, ref reached), sum);
    }

    /// <summary>From the buckets of all durations, in order.</summary>
    public static Spread OfSorted(ReadOnlySpan<ushort> sorted, long sum) => new(sum / (double)sorted.Length, At(sorted, 0.5), At(sorted, 0.75), At(sorted, 0.9), sum);

    private static int Rank(double share, int all) => (int)Math.Ceiling(share * all);

    private static double At(ReadOnlySpan<ushort> sorted, double share) => DurationBuckets.MiddleOf(sorted[Rank(share, sorted.Length) - 1]);

    // Ranks are asked for in rising order: each goes on where the one before it ended.
    private static double Next(ReadOnlySpan<int> counts, int rank, ref int bucket, ref int reached)
    {
        while (reached < rank) reached += counts[++bucket];
        return DurationBuckets.MiddleOf(bucket);
    }
}
