using MinhBach.Kernel;
using MinhBach.Monitoring.Cuts;
using MinhBach.Monitoring.History;
using MinhBach.Organization;
using NodaTime;

namespace MinhBach.Monitoring.Boards;

/// <summary>
/// Counts what boards show, from the history in memory; every count opens to exactly the things it counts. No query. Safe for many threads.
/// </summary>
internal sealed class CityBoards(HistoryShelf shelf, StepCuts cuts, CityCalendars calendars, TimeProvider clock)
{
    private readonly DossierCounts dossiers = new();

    /// <summary>The figures of a subject.</summary>
    public BoardFigures Of(BoardSubject subject, ReportingPeriod period)
    {
        var now = clock.Now();
        var filter = StepsIn(subject, period);
        var counts = new List<(BoardMeasure Measure, int Count)>();
        var age = shelf.Open(open =>
        {
            var (ages, sum, all) = (new BucketCounts(), 0L, 0);
            var measures = BoardMeasures.All.OfType<OpenMeasure>().ToArray();
            var found = new int[measures.Length];
            foreach (var (_, step) in StepsOf(subject, open))
            {
                for (var i = 0; i < measures.Length; i++)
                {
                    if (measures[i].Counts(step, now)) found[i]++;
                }

                // Another node's clock may be ahead a little.
                var seconds = Math.Max(0, (long)(now - step.OpenedAt).TotalSeconds);
                ages.Add(seconds);
                sum += seconds;
                all++;
            }

            counts.AddRange(measures.Zip(found, (measure, count) => ((BoardMeasure)measure, count)));
            return all == 0 ? (Spread?)null : Spread.OfCounts(ages.Buckets, all, sum);
        });
        var (months, all) = cuts.ByMonth(filter);
        counts.AddRange(BoardMeasures.All.OfType<StepMeasure>().Where(measure => measure.Fits(subject.Kind)).Select(measure => ((BoardMeasure)measure, all is null ? 0 : measure.Told(all))));
        var done = CountDossiers(subject, filter, counts);
        return new(subject, period, now, shelf.AsOf, shelf.IsCurrent, counts, all, done, age, WorkingDaysIn(period), [.. months.OrderBy(month => month.Key)]);
    }

    /// <summary>The parts of a subject along a dimension, the worst first: most overdue now, then least in time.</summary>
    public IReadOnlyList<BoardPart> Parts(BoardSubject subject, ReportingPeriod period, Dimension by)
    {
        var now = clock.Now();
        var open = shelf.Open(dossiers => CountOpen(subject, dossiers, by, now));
        var ended = cuts.By(StepsIn(subject, period), by).Where(group => by != Dimension.Person || group.Key != 0).ToDictionary(group => group.Key);
        var days = WorkingDaysIn(period);
        int? Handled(CutGroup? group) => by switch
        {
            Dimension.Unit => group?.OfUnits ?? 0,
            Dimension.Person => group?.OfPeople ?? 0,
            Dimension.Agency or Dimension.Procedure or Dimension.Step or Dimension.Month => null,
        };
        return
        [
            .. ended.Keys.Union(open.Keys)
                .Select(key => new BoardPart(key, open.GetValueOrDefault(key).Open, open.GetValueOrDefault(key).Overdue, ended.GetValueOrDefault(key), Handled(ended.GetValueOrDefault(key)), days))
                .OrderByDescending(part => part.Overdue).ThenBy(part => part.InTimeRate ?? 2).ThenByDescending(part => part.Ended?.Count ?? 0).ThenBy(part => part.Key),
        ];
    }

    /// <summary>The things behind a count: what is open in the order of its due dates, what ended from the newest on.</summary>
    public IReadOnlyList<BoardLine> Lines(BoardSubject subject, ReportingPeriod period, BoardMeasure measure, string? after, int count) => measure switch
    {
        OpenMeasure open => OpenLines(subject, open, after, count),
        StepMeasure steps => StepLines(subject, period, steps, after, count),
        DossierMeasure dossiers => DossierLines(subject, period, dossiers, after, count),
        _ => throw new ArgumentOutOfRangeException(nameof(measure)),
    };

    /// <summary>The ways that dossiers of a procedure went; null when none did.</summary>
    public ProcessPaths? PathsOf(long procedure, ReportingPeriod period) => ProcessPaths.Of(shelf, procedure, period);

    private static StepFilter StepsIn(BoardSubject subject, ReportingPeriod period) => subject.StepsIn(Day.Of(period.From), Day.Of(period.To));

    private static IEnumerable<(OpenDossier Dossier, OpenStep Step)> StepsOf(BoardSubject subject, IEnumerable<OpenDossier> open)
    {
        foreach (var dossier in open)
        {
            foreach (var step in dossier.Steps)
            {
                if (subject.Takes(dossier, step)) yield return (dossier, step);
            }
        }
    }

    private static Dictionary<long, (int Open, int Overdue)> CountOpen(BoardSubject subject, IEnumerable<OpenDossier> open, Dimension by, Instant now)
    {
        var counts = new Dictionary<long, (int Open, int Overdue)>();
        foreach (var (dossier, step) in StepsOf(subject, open))
        {
            long? key = by switch
            {
                Dimension.Agency => step.Agency,
                Dimension.Unit => step.Unit,
                Dimension.Person => step.Person == 0 ? null : step.Person,
                Dimension.Procedure => dossier.Procedure,
                Dimension.Step or Dimension.Month => null,
            };
            if (key is not { } part) continue;
            var known = counts.GetValueOrDefault(part);
            counts[part] = (known.Open + 1, known.Overdue + (BoardMeasures.Overdue.Counts(step, now) ? 1 : 0));
        }

        return counts;
    }

    private DossierCount? CountDossiers(BoardSubject subject, StepFilter period, List<(BoardMeasure Measure, int Count)> counts)
    {
        if (!BoardMeasures.Completed.Fits(subject.Kind)) return null;
        var found = dossiers.Count(shelf.Data.Dossiers, subject, period);
        counts.AddRange(DossierCounts.Measures.Zip(found.Counts, (measure, count) => ((BoardMeasure)measure, count)));
        return found;
    }

    private int WorkingDaysIn(ReportingPeriod period)
    {
        var calendar = calendars.City;
        var (before, last) = (LocalDate.Max(period.From.PlusDays(-1), calendar.First), LocalDate.Min(period.To, calendar.Last));
        return last <= before ? 0 : calendar.CountWorkingDays(before, last);
    }

    private List<BoardLine> OpenLines(BoardSubject subject, OpenMeasure measure, string? after, int count)
    {
        var now = clock.Now();
        return shelf.Open(open => StepsOf(subject, open)
            .Where(pair => measure.Counts(pair.Step, now))
            .Select(pair => new BoardLine(
                BoardKey.Of(pair.Step.DueAt, pair.Dossier.Id, pair.Step.Task), pair.Dossier.Id, pair.Dossier.Procedure, pair.Step.Name, pair.Step.Agency, pair.Step.Unit,
                pair.Step.Person, pair.Step.OpenedAt, pair.Step.DueAt, null, pair.Step.DueAt is not { } due ? Kept.NoDate : due < now ? Kept.Late : Kept.InTime, 0))
            .Where(line => after is null || string.CompareOrdinal(line.Key, after) > 0)
            .OrderBy(line => line.Key, StringComparer.Ordinal)
            .Take(count)
            .ToList());
    }

    private List<BoardLine> StepLines(BoardSubject subject, ReportingPeriod period, StepMeasure measure, string? after, int count)
    {
        if (!measure.Fits(subject.Kind)) return [];
        var data = shelf.Data;
        var blocks = data.Steps.Blocks;
        var filter = new RowFilter(StepsIn(subject, period), data);
        var lines = new List<BoardLine>();
        for (var at = BoardKey.Before(after, blocks.Sum(block => (long)block.Length)); at >= 0 && lines.Count < count; at--)
        {
            ref readonly var row = ref blocks[(int)(at / Column<StepRow>.BlockSize)].Span[(int)(at % Column<StepRow>.BlockSize)];
            if (!filter.Takes(row) || !measure.Counts(row)) continue;
            var (step, desk) = (data.StepNames.All[row.Step], data.Desks.All[row.Desk]);
            lines.Add(new(
                BoardKey.Of(at), row.Dossier, step.Procedure, step.Name, desk.Agency, desk.Unit, data.People.All[row.Person], null, null, row.EndedOn.Date, row.Kept, row.WorkSeconds));
        }

        return lines;
    }

    private List<BoardLine> DossierLines(BoardSubject subject, ReportingPeriod period, DossierMeasure measure, string? after, int count)
    {
        if (!measure.Fits(subject.Kind)) return [];
        var filter = StepsIn(subject, period);
        var blocks = shelf.Data.Dossiers.Blocks;
        var lines = new List<BoardLine>();
        for (var at = BoardKey.Before(after, blocks.Sum(block => (long)block.Length)); at >= 0 && lines.Count < count; at--)
        {
            ref readonly var dossier = ref blocks[(int)(at / Column<EndedDossier>.BlockSize)].Span[(int)(at % Column<EndedDossier>.BlockSize)];
            if (!DossierCounts.IsCompletedIn(dossier, subject, filter) || !measure.Counts(dossier)) continue;
            lines.Add(new(BoardKey.Of(at), dossier.Dossier, dossier.Procedure, null, dossier.Agency, 0, 0, null, null, dossier.EndedOn.Date, Kept.NoDate, 0));
        }

        return lines;
    }
}
