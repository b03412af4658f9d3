using NodaTime;

namespace MinhBach.Monitoring.Reports;

/// <summary>
/// Report 06: how dossiers keep their dates, compared by date alone, as provincial systems report it. A result before the due date is
/// early, on it on time, after it late; what is open when the period ends is in time while its due date is not before that day. What
/// waits for the applicant and what was given back is nobody's work then, and stands in columns of its own. A preset on
/// <see cref="OnTime"/>: every number is one of its figures and opens to the same list. Safe for many threads.
/// </summary>
public sealed class Report06
{
    private readonly OnTime measure;

    internal Report06(OnTime measure) => this.measure = measure;

    /// <summary>Fills in the report.</summary>
    /// <param name="period">A last day in the future counts as today.</param>
    /// <param name="grouping">By agency or by procedure.</param>
    /// <exception cref="InvalidOperationException">The columns do not add up: nothing may be published.</exception>
    public Report06Table Of(ReportingPeriod period, Grouping grouping)
    {
        ArgumentNullException.ThrowIfNull(period);
        if (grouping is not (Grouping.Agency or Grouping.Procedure)) throw new ArgumentOutOfRangeException(nameof(grouping));
        var board = measure.Board(period, grouping);
        var rows = board.Groups.Select(group => new Report06Row(group.Key, group.Name, group.Figures).Checked()).Where(row => row.Came > 0).ToList();
        return new Report06Table(period, board.End, rows, new Report06Row("", "", board.Total).Checked()).Checked();
    }
}

/// <summary>The report, filled in.</summary>
/// <param name="Period">The period asked for.</param>
/// <param name="End">The day at whose end the open dossiers were looked at.</param>
/// <param name="Rows">A row for each part that any dossier came to.</param>
/// <param name="Total">All of them.</param>
public sealed record Report06Table(ReportingPeriod Period, LocalDate End, IReadOnlyList<Report06Row> Rows, Report06Row Total)
{
    internal Report06Table Checked()
    {
        foreach (var column in Report06Columns.All)
        {
            if (Rows.Sum(column.Value) != column.Value(Total))
                throw new InvalidOperationException($"Report 06, {column.Name}: the rows add up to {Rows.Sum(column.Value)}, the whole is {column.Value(Total)}.");
        }

        return this;
    }
}

/// <summary>A row of the report.</summary>
/// <param name="Key">Code of the agency or procedure; empty for the whole.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Figures">The figures behind the columns.</param>
public sealed record Report06Row(string Key, string Name, OnTimeFigures Figures)
{
    /// <summary>All that came: received in the period or carried over into it.</summary>
    public int Came => Figures.Received + Figures.CarriedOver;

    /// <summary>With a result.</summary>
    public int Settled => Figures.Done;

    /// <summary>Being worked on when the period ends.</summary>
    public int Processing => Figures.Pending;

    /// <summary>Waiting for the applicant, or given back: not being worked on.</summary>
    public int Outside => Figures.Waiting + Figures.Left;

    internal Report06Row Checked() => Came == Settled + Processing + Outside
        ? this
        : throw new InvalidOperationException($"Report 06, {Name}: {Came} dossiers came, {Settled} are settled, {Processing} are worked on and {Outside} wait or were given back.");
}
