using MinhBach.Monitoring.History;

namespace MinhBach.Monitoring.Cuts;

/// <summary>
/// What was counted in full blocks, kept: they never change, so that a board counts anew only the newest steps, and those of the
/// first days of its period. Safe for many threads.
/// </summary>
internal sealed class BlockTallies
{
    // Some three kilobytes each.
    private const int MostGroups = 8_000;

    private readonly Lock keeping = new();
    private readonly Dictionary<Asked, Dictionary<int, GroupTally>> kept = [];
    private readonly Queue<Asked> oldest = new();
    private int groups;

    /// <summary>The tallies of a run of blocks: kept ones, or counted now by all cores.</summary>
    public IReadOnlyDictionary<int, GroupTally> Of(HistoryData data, StepFilter filter, Dimension dimension, int first, int last, Func<int, int, Dictionary<int, GroupTally>> count)
    {
        // The days do not matter: every row of these blocks lies within them.
        var asked = new Asked(data, filter with { From = default, To = default }, dimension, first, last);
        lock (keeping)
        {
            if (kept.TryGetValue(asked, out var known)) return known;
        }

        var counted = count(first, last);
        lock (keeping)
        {
            if (!kept.TryAdd(asked, counted)) return counted;
            oldest.Enqueue(asked);
            groups += counted.Count + 1;
            while (groups > MostGroups && oldest.TryDequeue(out var gone) && kept.Remove(gone, out var left)) groups -= left.Count + 1;
        }

        return counted;
    }

    private sealed record Asked(HistoryData Data, StepFilter Filter, Dimension Dimension, int First, int Last);
}
