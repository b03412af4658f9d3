using MinhBach.Monitoring.History;

namespace MinhBach.Monitoring.Cuts;

/// <summary>Counts the rows of blocks into the groups of one axis.</summary>
internal static class RowTally
{
    /// <summary>Counts with all cores; only groups that count something are there.</summary>
    public static Dictionary<int, GroupTally> Of(IReadOnlyList<ReadOnlyMemory<StepRow>> blocks, RowFilter filter, Axis axis)
    {
        var shares = Math.Clamp(blocks.Count, 1, Environment.ProcessorCount);
        var parts = new Dictionary<int, GroupTally>[shares];
        Parallel.For(0, shares, share =>
        {
            var found = new GroupTally?[axis.Keys.Length];
            for (var b = share; b < blocks.Count; b += shares)
            {
                foreach (ref readonly var row in blocks[b].Span)
                {
                    if (filter.Takes(row)) (found[axis.PlaceOf(row)] ??= new()).Add(row);
                }
            }

            parts[share] = [];
            for (var place = 0; place < found.Length; place++)
            {
                if (found[place] is { } tally) parts[share].Add(place, tally);
            }
        });
        foreach (var part in parts.Skip(1)) Add(parts[0], part);
        return parts[0];
    }

    private static void Add(Dictionary<int, GroupTally> into, Dictionary<int, GroupTally> part)
    {
        foreach (var (place, tally) in part)
        {
            if (into.TryGetValue(place, out var known)) known.Add(tally);
            else into.Add(place, tally);
        }
    }
}
