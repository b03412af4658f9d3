using MinhBach.Monitoring.History;
using MinhBach.ProcessMining;

namespace MinhBach.Monitoring.Cuts;

/// <summary>
/// One cut: every core counts its share of the rows into groups; the groups are joined; then every core puts the durations of
/// its rows where their group's are gathered, without ever meeting another.
/// </summary>
internal static class CutPass
{
    private const int SmallestShare = 2;
    private const int MostSorted = 256;

    public static IReadOnlyList<CutGroup> Run(IReadOnlyList<ReadOnlyMemory<StepRow>> blocks, RowFilter filter, Axis one, Axis other)
    {
        var shares = Math.Clamp(blocks.Count / SmallestShare, 1, Environment.ProcessorCount);
        var parts = new CutShare[shares];
        Parallel.For(0, shares, i => parts[i] = new CutShare([.. blocks.Skip(blocks.Count * i / shares).Take((blocks.Count * (i + 1) / shares) - (blocks.Count * i / shares))], filter, one, other));
        var groups = Join(parts);
        var all = groups.Sum(group => (long)group.Cell.Count);
        var (work, wait) = (new ushort[all], new ushort[all]);
        Parallel.ForEach(parts, part => part.Scatter(work, wait));
        var answers = new CutGroup[groups.Count];
        Parallel.For(0, groups.Count, i =>
        {
            var (slot, cell, start) = groups[i];
            answers[i] = new(
                one.Keys[slot / other.Keys.Length], other.Keys[slot % other.Keys.Length], cell.Count, cell.InTime, cell.Late, cell.Returned, cell.OfUnits, cell.OfPeople,
                SpreadOf(work.AsSpan((int)start, cell.Count), cell.Work), SpreadOf(wait.AsSpan((int)start, cell.Count), cell.Wait));
        });
        return answers;
    }

    // Each share gets its own place within each group's range.
    private static List<(long Slot, CutCell Cell, long Start)> Join(CutShare[] parts)
    {
        var sums = new Dictionary<long, CutCell>();
        foreach (var part in parts)
        {
            foreach (var (slot, cell) in part.Groups)
            {
                sums.TryGetValue(slot, out var sum);
                sum.Add(cell);
                sums[slot] = sum;
            }
        }

        var groups = new List<(long Slot, CutCell Cell, long Start)>(sums.Count);
        var next = new Dictionary<long, long>(sums.Count);
        var start = 0L;
        foreach (var (slot, cell) in sums)
        {
            groups.Add((slot, cell, start));
            next.Add(slot, start);
            start += cell.Count;
        }

        foreach (var part in parts) part.Place(next);
        return groups;
    }

    // The same numbers whichever way they are found: by sorting the few there are, or by counting buckets.
    private static Spread SpreadOf(Span<ushort> buckets, long sum)
    {
        if (buckets.Length <= MostSorted)
        {
            buckets.Sort();
            return Spread.OfSorted(buckets, sum);
        }

        Span<int> counts = stackalloc int[DurationBuckets.Count];
        counts.Clear();
        foreach (var bucket in buckets) counts[bucket]++;
        return Spread.OfCounts(counts, buckets.Length, sum);
    }
}
