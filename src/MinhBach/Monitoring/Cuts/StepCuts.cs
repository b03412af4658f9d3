using MinhBach.Monitoring.History;

namespace MinhBach.Monitoring.Cuts;

/// <summary>
/// Counts steps that ended, told apart by one or two dimensions. By one, what full blocks hold is kept and only the rest counted;
/// by two, every row is looked at, in two passes shared out among the cores. Both give the same figures. Safe for many threads.
/// </summary>
internal sealed class StepCuts(HistoryShelf shelf)
{
    private readonly BlockTallies kept = new();

    /// <summary>The parts that count something.</summary>
    public IReadOnlyList<CutGroup> By(StepFilter filter, Dimension dimension)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var data = shelf.Data;
        // Rows first: whatever they name has its number by then.
        var blocks = data.Steps.Blocks;
        var axis = Axis.Of(data, dimension);
        return Told(Tally(data, blocks, filter, dimension, axis), axis);
    }

    /// <summary>The parts along two dimensions that count something.</summary>
    public IReadOnlyList<CutGroup> By(StepFilter filter, Dimension first, Dimension second)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var data = shelf.Data;
        var blocks = data.Steps.Blocks;
        return CutPass.Run(blocks, new RowFilter(filter, data), Axis.Of(data, first), Axis.Of(data, second));
    }

    /// <summary>The months that count something, and all of them together; null when there is none.</summary>
    public (IReadOnlyList<CutGroup> Months, CutGroup? All) ByMonth(StepFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var data = shelf.Data;
        var blocks = data.Steps.Blocks;
        var axis = Axis.Of(data, Dimension.Month);
        var months = Tally(data, blocks, filter, Dimension.Month, axis);
        if (months.Count == 0) return ([], null);
        var all = new GroupTally();
        foreach (var (_, tally) in months) all.Add(tally);
        return (Told(months, axis), all.Told(0));
    }

    private static List<CutGroup> Told(List<(int Place, GroupTally Tally)> groups, Axis axis) => [.. groups.Select(group => group.Tally.Told(axis.Keys[group.Place]))];

    private List<(int Place, GroupTally Tally)> Tally(HistoryData data, IReadOnlyList<ReadOnlyMemory<StepRow>> blocks, StepFilter filter, Dimension dimension, Axis axis)
    {
        var rows = new RowFilter(filter, data);
        var (first, last) = Inside(data, blocks, filter);
        var whole = first > last ? null : kept.Of(data, filter, dimension, first, last, (from, to) => RowTally.Of([.. blocks.Skip(from).Take(to - from + 1)], rows, axis));
        var rest = RowTally.Of([.. blocks.Where((_, block) => whole is null || block < first || block > last)], rows, axis);
        if (whole is null) return [.. rest.Select(group => (group.Key, group.Value))];
        foreach (var (place, tally) in whole)
        {
            // What is kept stays as it is.
            var sum = new GroupTally();
            sum.Add(tally);
            if (rest.TryGetValue(place, out var newer)) sum.Add(newer);
            rest[place] = sum;
        }

        return [.. rest.Select(group => (group.Key, group.Value))];
    }

    // The longest run of full blocks whose every row lies within the days; empty when the first is after the last.
    private static (int First, int Last) Inside(HistoryData data, IReadOnlyList<ReadOnlyMemory<StepRow>> blocks, StepFilter filter)
    {
        var (from, to) = (StepRow.NumberOf(filter.From), StepRow.NumberOf(filter.To));
        var full = blocks.Count == 0 || blocks[^1].Length == Column<StepRow>.BlockSize ? blocks.Count : blocks.Count - 1;
        bool Lies(int block) => data.DaysOf(block) is var days && days.First >= from && days.Last <= to;
        var last = full - 1;
        while (last >= 0 && !Lies(last)) last--;
        var first = last;
        while (first > 0 && Lies(first - 1)) first--;
        return last < 0 ? (0, -1) : (first, last);
    }
}
