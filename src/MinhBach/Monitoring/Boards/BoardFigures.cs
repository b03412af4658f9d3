using MinhBach.Monitoring.Cuts;
using MinhBach.Monitoring.History;
using NodaTime;

namespace MinhBach.Monitoring.Boards;

/// <summary>Everything a board shows.</summary>
/// <param name="Subject">Of what it tells.</param>
/// <param name="Period">The days of what ended.</param>
/// <param name="Now">The moment of what is open.</param>
/// <param name="AsOf">The newest entry of the journal that is in it; null while the journal is empty.</param>
/// <param name="IsCurrent">Whether the journal has been read to its end since this program started.</param>
/// <param name="Counts">The count of each measure that the subject has.</param>
/// <param name="Steps">Steps that ended in the period, all together; null when there are none.</param>
/// <param name="HandOvers">How often a dossier with a result went to another unit, on the average; null when there is none.</param>
/// <param name="Months">The steps of each month, oldest first.</param>
internal sealed record BoardFigures(
    BoardSubject Subject, ReportingPeriod Period, Instant Now, Instant? AsOf, bool IsCurrent,
    IReadOnlyList<(BoardMeasure Measure, int Count)> Counts, CutGroup? Steps, double? HandOvers, IReadOnlyList<CutGroup> Months)
{
    /// <summary>The count of a measure; 0 when the subject has none.</summary>
    public int this[BoardMeasure measure] => Counts.FirstOrDefault(count => count.Measure == measure).Count;
}

/// <summary>One part of a board's subject: an agency of the city, a unit of an agency and so on.</summary>
/// <param name="Key">Its id, or the number of a step.</param>
/// <param name="Open">Steps open now.</param>
/// <param name="Overdue">Of those, overdue.</param>
/// <param name="Ended">Steps that ended in the period; null when there are none.</param>
internal sealed record BoardPart(long Key, int Open, int Overdue, CutGroup? Ended)
{
    /// <summary>Share of what ended in time, 0 to 1; null when nothing had a date.</summary>
    public double? InTimeRate => Ended?.InTimeRate;
}

/// <summary>One thing behind a count.</summary>
/// <param name="Key">Where the list goes on after it.</param>
/// <param name="Dossier">The dossier.</param>
/// <param name="Procedure">Its procedure.</param>
/// <param name="Step">The step's name; null for a dossier as a whole.</param>
/// <param name="Agency">The agency.</param>
/// <param name="Unit">The unit; 0 for a dossier as a whole.</param>
/// <param name="Person">The person; 0 when nobody.</param>
/// <param name="OpenedAt">Since when it is open.</param>
/// <param name="DueAt">When it is due; for what is open.</param>
/// <param name="EndedOn">When it ended; null while it is open.</param>
/// <param name="Kept">Whether it kept its date.</param>
/// <param name="WorkSeconds">Working time that it took.</param>
internal sealed record BoardLine(
    string Key, long Dossier, long Procedure, string? Step, long Agency, long Unit, long Person, Instant? OpenedAt, Instant? DueAt, LocalDate? EndedOn, Kept Kept, int WorkSeconds);
