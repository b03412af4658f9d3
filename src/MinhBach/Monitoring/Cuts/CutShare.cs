using System.Runtime.InteropServices;
using MinhBach.Monitoring.History;
using MinhBach.ProcessMining;

namespace MinhBach.Monitoring.Cuts;

/// <summary>One core's share of the rows, counted into groups.</summary>
internal sealed class CutShare
{
    // Groups beyond this are looked up; up to it they have a place of their own.
    private const long MostPlaces = 1 << 22;

    private readonly IReadOnlyList<ReadOnlyMemory<StepRow>> blocks;
    // The group of each row, -1 for rows that do not count.
    private readonly int[][] groupOf;
    private readonly List<CutCell> cells = [];
    private readonly List<long> slots = [];
    private long[] starts = [];

    public CutShare(IReadOnlyList<ReadOnlyMemory<StepRow>> blocks, RowFilter filter, Axis one, Axis other)
    {
        this.blocks = blocks;
        groupOf = new int[blocks.Count][];
        long width = other.Keys.Length;
        var all = one.Keys.Length * width;
        var places = all <= MostPlaces ? new int[all] : null;
        var found = places is null ? new Dictionary<long, int>() : null;
        for (var b = 0; b < blocks.Count; b++)
        {
            var rows = blocks[b].Span;
            var groups = groupOf[b] = new int[rows.Length];
            for (var i = 0; i < rows.Length; i++)
            {
                ref readonly var row = ref rows[i];
                if (!filter.Takes(row))
                {
                    groups[i] = -1;
                    continue;
                }

                var slot = (one.PlaceOf(row) * width) + other.PlaceOf(row);
                // One more than the group, so that a new array means no group.
                ref var place = ref places is null ? ref CollectionsMarshal.GetValueRefOrAddDefault(found!, slot, out _) : ref places[slot];
                if (place == 0)
                {
                    cells.Add(default);
                    slots.Add(slot);
                    place = cells.Count;
                }

                groups[i] = place - 1;
                CollectionsMarshal.AsSpan(cells)[place - 1].Add(row);
            }
        }
    }

    /// <summary>The groups that were met: their place on the two axes together, and their counts.</summary>
    public IEnumerable<(long Slot, CutCell Cell)> Groups => slots.Zip(cells);

    /// <summary>Takes the next free place of each group for this share's durations.</summary>
    public void Place(Dictionary<long, long> next)
    {
        starts = new long[slots.Count];
        for (var group = 0; group < starts.Length; group++)
        {
            ref var free = ref CollectionsMarshal.GetValueRefOrNullRef(next, slots[group]);
            starts[group] = free;
            free += cells[group].Count;
        }
    }

    /// <summary>Puts the buckets of all durations where their groups are gathered.</summary>
    public void Scatter(ushort[] work, ushort[] wait)
    {
        for (var b = 0; b < blocks.Count; b++)
        {
            var rows = blocks[b].Span;
            var groups = groupOf[b];
            for (var i = 0; i < groups.Length; i++)
            {
                if (groups[i] is var group && group < 0) continue;
                var place = starts[group]++;
                work[place] = (ushort)DurationBuckets.Of(rows[i].WorkSeconds);
                wait[place] = (ushort)DurationBuckets.Of(rows[i].WaitSeconds);
            }
        }
    }
}
