using MinhBach.Monitoring.History;

namespace MinhBach.Monitoring.Cuts;

/// <summary>A <see cref="StepFilter"/> in the numbers that rows hold.</summary>
internal sealed class RowFilter
{
    private readonly ushort from;
    private readonly ushort to;
    private readonly bool[]? desks;
    private readonly bool[]? steps;
    private readonly int person = -1;
    private readonly bool isOfPerson;

    public RowFilter(StepFilter filter, HistoryData data)
    {
        (from, to) = (StepRow.NumberOf(filter.From), StepRow.NumberOf(filter.To));
        if (filter.Agency is not null || filter.Unit is not null)
            desks = Marked(data.Desks.All, desk => (filter.Agency is not { } agency || desk.Agency == agency) && (filter.Unit is not { } unit || desk.Unit == unit));
        if (filter.Procedure is { } procedure)
            steps = Marked(data.StepNames.All, step => step.Procedure == procedure);
        if (filter.Person is not { } by) return;
        isOfPerson = true;
        person = data.People.All.IndexOf(by);
    }

    /// <summary>Whether a row counts.</summary>
    public bool Takes(in StepRow row) =>
        row.DayNumber >= from && row.DayNumber <= to && row.End != StepEnd.Cancelled
        && (desks is null || desks[row.Desk]) && (steps is null || steps[row.Step]) && (!isOfPerson || row.Person == person);

    private static bool[] Marked<T>(ReadOnlySpan<T> things, Func<T, bool> marks)
    {
        var marked = new bool[things.Length];
        for (var i = 0; i < marked.Length; i++) marked[i] = marks(things[i]);
        return marked;
    }
}
