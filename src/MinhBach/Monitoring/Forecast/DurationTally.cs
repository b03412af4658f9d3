using MinhBach.ProcessMining;

namespace MinhBach.Monitoring.Forecast;

/// <summary>
/// How many durations fell into each bucket, eight buckets to a doubling. Within a bucket they are taken to be spread evenly.
/// Only the range that is in use takes room: there is one of these for every step of every desk.
/// </summary>
internal sealed class DurationTally
{
    // Four of the finer buckets make one of these.
    private const int Shift = 2;

    private int first;
    private int[] counts = [];

    /// <summary>How many durations were added.</summary>
    public int Count { get; private set; }

    /// <summary>Adds one, in seconds.</summary>
    public void Add(int seconds)
    {
        var bucket = Of(seconds);
        MakeRoom(bucket);
        counts[bucket - first]++;
        Count++;
    }

    /// <summary>How many were longer than so many seconds; a fraction where the border cuts through a bucket.</summary>
    public double Longer(long seconds)
    {
        if (seconds < 0) return Count;
        var bucket = Of(seconds);
        if (bucket < first) return Count;
        var sum = 0.0;
        for (var i = counts.Length - 1; i >= 0 && first + i > bucket; i--) sum += counts[i];
        var at = bucket - first;
        if (at >= 0 && at < counts.Length && counts[at] > 0) sum += counts[at] * (StartOf(bucket + 1) - 1 - seconds) / (double)(StartOf(bucket + 1) - StartOf(bucket));
        return sum;
    }

    /// <summary>Of those that were longer than <paramref name="passed"/>: what this share of them did not exceed. In seconds; null when none was.</summary>
    /// <param name="share">From 0 to 1.</param>
    /// <param name="passed">Seconds that have passed already.</param>
    public long? Quantile(double share, long passed)
    {
        var beyond = Longer(passed) * (1 - share);
        if (Longer(passed) < 1) return null;
        var sum = 0.0;
        for (var i = counts.Length - 1; i >= 0; i--)
        {
            if (sum + counts[i] > beyond)
            {
                var (start, end) = (StartOf(first + i), StartOf(first + i + 1));
                return Math.Max(passed, end - 1 - (long)((beyond - sum) / counts[i] * (end - start)));
            }

            sum += counts[i];
        }

        return passed;
    }

    public void Write(BinaryWriter to)
    {
        to.Write7BitEncodedInt(first);
        to.Write7BitEncodedInt(counts.Length);
        foreach (var count in counts) to.Write7BitEncodedInt(count);
    }

    public static DurationTally Read(BinaryReader from)
    {
        var tally = new DurationTally { first = from.Read7BitEncodedInt(), counts = new int[from.Read7BitEncodedInt()] };
        for (var i = 0; i < tally.counts.Length; i++) tally.Count += tally.counts[i] = from.Read7BitEncodedInt();
        return tally;
    }

    private static int Of(long seconds) => DurationBuckets.Of(Math.Min(seconds, int.MaxValue)) >> Shift;

    private static long StartOf(int bucket) => DurationBuckets.FirstOf(bucket << Shift);

    private void MakeRoom(int bucket)
    {
        if (counts.Length == 0) first = bucket;
        var (from, to) = (Math.Min(first, bucket), Math.Max(first + counts.Length, bucket + 1));
        if (to - from == counts.Length) return;
        var larger = new int[to - from];
        counts.CopyTo(larger, first - from);
        (first, counts) = (from, larger);
    }
}
