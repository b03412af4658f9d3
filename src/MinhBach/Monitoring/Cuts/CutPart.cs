using MinhBach.ProcessMining;

namespace MinhBach.Monitoring.Cuts;

/// <summary>
/// Counts the groups of one part after the other; what it needs for that is kept from part to part. A group's durations are gathered
/// side by side, because nearest rank asks for all of them. Not safe for several threads.
/// </summary>
internal sealed class CutPart
{
    private const int MostSorted = 64;

    private readonly List<(long Slot, CutCell Cell)> groups = [];
    private readonly int[] counts = new int[DurationBuckets.Count];
    private CutRow[] rows = [];
    private int[] groupOf = [];
    private int[] places = [];
    private int[] starts = [];
    private ushort[] work = [];
    private ushort[] wait = [];

    /// <summary>The groups of a part.</summary>
    public CutGroup[] Count(CutShare[] shares, int part, Axis one, Axis other)
    {
        var all = Gather(shares, part);
        Group(all);
        Scatter(all);
        var answers = new CutGroup[groups.Count];
        var start = 0;
        for (var i = 0; i < answers.Length; i++)
        {
            var (slot, cell) = groups[i];
            answers[i] = new(
                one.Keys[slot / other.Keys.Length], other.Keys[slot % other.Keys.Length], cell.Count, cell.InTime, cell.Late, cell.Returned, cell.OfUnits, cell.OfPeople,
                SpreadOf(work.AsSpan(start, cell.Count), cell.Work), SpreadOf(wait.AsSpan(start, cell.Count), cell.Wait));
            start += cell.Count;
        }

        return answers;
    }

    private int Gather(CutShare[] shares, int part)
    {
        var all = shares.Sum(share => share.CountOf(part));
        if (rows.Length < all)
        {
            var room = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)all);
            (rows, groupOf, work, wait) = (new CutRow[room], new int[room], new ushort[room], new ushort[room]);
        }

        var at = 0;
        foreach (var share in shares)
        {
            share.CopyTo(part, rows.AsSpan(at));
            at += share.CountOf(part);
        }

        return all;
    }

    // A table of twice as many places as there may be groups; a place holds one more than its group, 0 for none.
    private void Group(int all)
    {
        groups.Clear();
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, all * 2));
        if (places.Length < size) places = new int[size];
        else Array.Clear(places, 0, size);
        for (var i = 0; i < all; i++)
        {
            ref readonly var row = ref rows[i];
            var place = (int)((uint)(row.Slot * 0x9E3779B1) & (size - 1));
            while (places[place] is var held && held != 0 && groups[held - 1].Slot != row.Slot) place = (place + 1) & (size - 1);
            if (places[place] == 0)
            {
                groups.Add((row.Slot, default));
                places[place] = groups.Count;
            }

            var group = groupOf[i] = places[place] - 1;
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(groups)[group].Cell.Add(row);
        }
    }

    private void Scatter(int all)
    {
        if (starts.Length < groups.Count) starts = new int[groups.Count * 2];
        var start = 0;
        for (var group = 0; group < groups.Count; group++) (starts[group], start) = (start, start + groups[group].Cell.Count);
        for (var i = 0; i < all; i++)
        {
            var place = starts[groupOf[i]]++;
            work[place] = (ushort)DurationBuckets.Of(rows[i].WorkSeconds);
            wait[place] = (ushort)DurationBuckets.Of(rows[i].WaitSeconds);
        }
    }

    // The same numbers whichever way they are found: by sorting the few there are, or by counting buckets.
    private Spread SpreadOf(Span<ushort> buckets, long sum)
    {
        if (buckets.Length <= MostSorted)
        {
            buckets.Sort();
            return Spread.OfSorted(buckets, sum);
        }

        Array.Clear(counts);
        foreach (var bucket in buckets) counts[bucket]++;
        return Spread.OfCounts(counts, buckets.Length, sum);
    }
}
