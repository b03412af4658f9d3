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
/// <param name="Dossiers">Dossiers with a result in the period; null for boards that have steps alone.</param>
/// <param name="Age">How long steps have been open, in seconds of any kind; null when none is.</param>
/// <param name="WorkingDays">Working days of the city in the period.</param>
/// <param name="Months">The steps of each month, oldest first.</param>
internal sealed record BoardFigures(
    BoardSubject Subject, ReportingPeriod Period, Instant Now, Instant? AsOf, bool IsCurrent,
    IReadOnlyList<(BoardMeasure Measure, int Count)> Counts, CutGroup? Steps, DossierCount? Dossiers, Spread? Age, int WorkingDays, IReadOnlyList<CutGroup> Months)
{
    /// <summary>Shares and averages that this board has.</summary>
    public IEnumerable<BoardAverage> Averages => BoardAverages.All.Where(average => average.Of.Fits(Subject.Kind));

    /// <summary>Times that this board has.</summary>
    public IEnumerable<BoardSpread> Times => BoardAverages.Times.Where(time => time.Of.Fits(Subject.Kind));

    /// <summary>The count of a measure; 0 when the subject has none.</summary>
    public int this[BoardMeasure measure] => Counts.FirstOrDefault(count => count.Measure == measure).Count;
}

/// <summary>One part of a board's subject: an agency of the city, a unit of an agency and so on.</summary>
/// <param name="Key">Its id, or the number of a step.</param>
/// <param name="Open">Steps open now.</param>
/// <param name="Overdue">Of those, overdue.</param>
/// <param name="Ended">Steps that ended in the period; null when there are none.</param>
/// <param name="Handled">Dossiers that a unit or a person worked on, as <see cref="BoardMeasures.OfUnit"/> and <see cref="BoardMeasures.OfPerson"/> count them; null for other parts.</param>
/// <param name="WorkingDays">Working days of the city in the period.</param>
internal sealed record BoardPart(long Key, int Open, int Overdue, CutGroup? Ended, int? Handled, int WorkingDays)
{
    /// <summary>Steps that ended on each working day; null in a period without any.</summary>
    public double? StepsPerDay => WorkingDays == 0 ? null : (Ended?.Count ?? 0) / (double)WorkingDays;

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
