using MinhBach.Monitoring.Warnings;
using MinhBach.ProcessMining;
using NodaTime;

namespace MinhBach.Mining.Imported;

/// <summary>What the logs of one system tell, folded from the journal: the same report as <c>mine</c> makes of the file, and a line for each case.</summary>
/// <param name="Source">The system.</param>
/// <param name="Report">The report.</param>
/// <param name="Lines">The cases in the order of the files.</param>
/// <param name="Values">The values of each attribute by which the map tells cases apart; their numbers stay when more cases come.</param>
internal sealed record ImportedLog(ImportedSource Source, LogReport Report, IReadOnlyList<ImportedLine> Lines, IReadOnlyList<NameTable> Values)
{
    /// <summary>What came of chances that would have been told at the steps of cases that are done.</summary>
    public required Reliability Test { get; init; }

    /// <summary>The newest moment stated; null when there is none.</summary>
    public Instant? End => Lines.Max(line => line.Last);

    /// <summary>Open cases with a due date, the likeliest to be late first.</summary>
    public IEnumerable<ImportedLine> Endangered => Lines.Where(line => line.Chance is not null).OrderByDescending(line => line.Chance).ThenBy(line => line.Dates.Due).ThenBy(line => line.Place);

    /// <summary>How many cases of a part a measure counts.</summary>
    public int Count(ImportedMeasure measure, ImportedFilter filter) => Behind(measure, filter).Count();

    /// <summary>Cases behind a count, in the order of the files.</summary>
    public IEnumerable<ImportedLine> Behind(ImportedMeasure measure, ImportedFilter filter)
    {
        var zone = Source.Map.TimeZone;
        return Lines.Where(line => measure.Counts(line) && filter.Takes(line, zone));
    }

    public ImportedLine? Find(long id) => Lines.FirstOrDefault(line => line.Id == id);

    /// <summary>What was done in each month, the oldest first.</summary>
    public IReadOnlyList<ImportedMonth> Months()
    {
        var zone = Source.Map.TimeZone;
        return
        [
            .. Lines.GroupBy(line => line.MonthIn(zone)).Where(month => month.Key > 0).OrderBy(month => month.Key)
                .Select(month => new ImportedMonth(month.Key, month.Count(ImportedMeasures.Closed.Counts), month.Count(ImportedMeasures.OnTime.Counts), month.Count(ImportedMeasures.Late.Counts))),
        ];
    }

    /// <summary>The values of one attribute, those of most cases first; then the cases that have none.</summary>
    public IReadOnlyList<ImportedPart> PartsBy(int part) =>
    [
        .. Lines.GroupBy(line => line.Parts[part]).OrderBy(group => group.Key < 0).ThenByDescending(group => group.Count()).ThenBy(group => group.Key)
            .Select(group => new ImportedPart(
                new ImportedFilter(Part: part, Value: group.Key), group.Count(), group.Count(ImportedMeasures.OnTime.Counts), group.Count(ImportedMeasures.Late.Counts),
                group.Count(ImportedMeasures.Open.Counts), group.Count(ImportedMeasures.Broken.Counts))),
    ];
}

/// <summary>Cases done in a month, yyyymm.</summary>
internal sealed record ImportedMonth(int Month, int Closed, int OnTime, int Late);

/// <summary>The cases of one value of an attribute.</summary>
internal sealed record ImportedPart(ImportedFilter Filter, int Cases, int OnTime, int Late, int Open, int Broken)
{
    /// <summary>Share of those that had a date and kept it, 0 to 1; null when none had one.</summary>
    public double? Rate => OnTime + Late == 0 ? null : OnTime / (double)(OnTime + Late);
}
