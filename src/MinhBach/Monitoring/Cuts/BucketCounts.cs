using MinhBach.ProcessMining;

namespace MinhBach.Monitoring.Cuts;

/// <summary>How many durations fell into each of the <see cref="DurationBuckets"/>.</summary>
internal sealed class BucketCounts
{
    private int[] counts = [];

    /// <summary>The counts, up to the longest duration that was met or a little further.</summary>
    public ReadOnlySpan<int> Buckets => counts;

    /// <summary>Takes a duration.</summary>
    /// <param name="seconds">Seconds, 0 or more.</param>
    public void Add(long seconds) => Count(DurationBuckets.Of(seconds), 1);

    public void Add(BucketCounts other)
    {
        for (var bucket = other.counts.Length - 1; bucket >= 0; bucket--)
        {
            if (other.counts[bucket] != 0) Count(bucket, other.counts[bucket]);
        }
    }

    // Most know short times alone: there is no room for years until somebody took one.
    private void Count(int bucket, int count)
    {
        if (bucket >= counts.Length) Array.Resize(ref counts, Math.Min(DurationBuckets.Count, bucket + 32));
        counts[bucket] += count;
    }
}
