using MinhBach.Monitoring.History;

namespace MinhBach.Monitoring.Cuts;

/// <summary>Counts steps that ended, told apart by one or two dimensions: two passes over memory, shared out among the cores.</summary>
internal sealed class StepCuts(HistoryShelf shelf)
{
    /// <summary>The parts of a cut that count something.</summary>
    public IReadOnlyList<CutGroup> By(StepFilter filter, Dimension first, Dimension? second = null)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var data = shelf.Data;
        // Rows first: whatever they name has its number by then.
        var blocks = data.Steps.Blocks;
        return CutPass.Run(blocks, new RowFilter(filter, data), Axis.Of(data, first), second is { } dimension ? Axis.Of(data, dimension) : Axis.None);
    }

    /// <summary>All steps together; null when none counts.</summary>
    public CutGroup? Sum(StepFilter filter)
    {
        var data = shelf.Data;
        return CutPass.Run(data.Steps.Blocks, new RowFilter(filter, data), Axis.None, Axis.None) is [var all] ? all : null;
    }
}
