using MinhBach.ProcessMining;

namespace MinhBach.Monitoring.Cuts;

/// <summary>The counts of one group, and how long its steps took and waited, by bucket.</summary>
internal sealed class GroupTally
{
    private CutCell cell;
    private int[] work = [];
    private int[] wait = [];

    public void Add(in History.StepRow row)
    {
        cell.Add(row);
        Count(ref work, DurationBuckets.Of(row.WorkSeconds), 1);
        Count(ref wait, DurationBuckets.Of(row.WaitSeconds), 1);
    }

    public void Add(GroupTally other)
    {
        cell.Add(other.cell);
        Add(ref work, other.work);
        Add(ref wait, other.wait);
    }

    public CutGroup Told(long key) => new(
        key, 0, cell.Count, cell.InTime, cell.Late, cell.Returned, Spread.OfCounts(work, cell.Count, cell.Work), Spread.OfCounts(wait, cell.Count, cell.Wait));

    private static void Add(ref int[] buckets, int[] other)
    {
        for (var bucket = other.Length - 1; bucket >= 0; bucket--)
        {
            if (other[bucket] != 0) Count(ref buckets, bucket, other[bucket]);
        }
    }

    // Most groups know short times alone: there is no room for years until somebody took one.
    private static void Count(ref int[] buckets, int bucket, int count)
    {
        if (bucket >= buckets.Length) Array.Resize(ref buckets, Math.Min(DurationBuckets.Count, bucket + 32));
        buckets[bucket] += count;
    }
}
