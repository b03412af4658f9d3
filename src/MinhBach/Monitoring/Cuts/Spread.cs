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
    public static Spread OfCounts(ReadOnlySpan<int> counts, int all, long sum) => new(sum / (double)all, At(counts, all, 0.5), At(counts, all, 0.75), At(counts, all, 0.9), sum);

    /// <summary>From the buckets of all durations, in order.</summary>
    public static Spread OfSorted(ReadOnlySpan<ushort> sorted, long sum) => new(sum / (double)sorted.Length, At(sorted, 0.5), At(sorted, 0.75), At(sorted, 0.9), sum);

    private static int Rank(double share, int all) => (int)Math.Ceiling(share * all);

    private static double At(ReadOnlySpan<ushort> sorted, double share) => DurationBuckets.MiddleOf(sorted[Rank(share, sorted.Length) - 1]);

    private static double At(ReadOnlySpan<int> counts, int all, double share)
    {
        var rank = Rank(share, all);
        var bucket = 0;
        while ((rank -= counts[bucket]) > 0) bucket++;
        return DurationBuckets.MiddleOf(bucket);
    }
}
