using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Monitoring.Integrity;

/// <summary>A finding and what was said of it, if anything.</summary>
internal sealed record MarkedFinding(FindingRow Finding, FindingMarkRow? Mark);

/// <summary>So many findings of a pattern in an agency, of one verdict; null for those that nobody looked at.</summary>
internal sealed record FindingCount(PatternKind Pattern, long Agency, Verdict? Verdict, int Count);

/// <summary>Which findings of a pattern a list shows.</summary>
/// <param name="Period">Found within these days.</param>
/// <param name="Agency">Of one agency; null for all in sight.</param>
/// <param name="Mark">Of one verdict, or unseen; null for all.</param>
internal sealed record FindingFilter(ReportingPeriod Period, long? Agency, MarkFilter? Mark);

/// <summary>Findings by what was said of them.</summary>
internal enum MarkFilter
{
    Unseen,
    Confirmed,
    Justified,
}

/// <summary>Counts and lists the findings in the asker's sight, by the same conditions.</summary>
internal sealed class FindingQuery(CityDb db, FindingSight sight)
{
    /// <summary>How many there are, told apart by pattern, agency and verdict.</summary>
    public Task<List<FindingCount>> CountAsync(ReportingPeriod period, CancellationToken cancellation) =>
        Within(sight.Of(db.Set<FindingRow>()), period)
            .LeftJoin(db.Set<FindingMarkRow>(), finding => finding.Id, mark => mark.FindingId, (finding, mark) => new { finding.Pattern, finding.AgencyId, Verdict = mark == null ? (Verdict?)null : mark.Verdict })
            .GroupBy(item => new { item.Pattern, item.AgencyId, item.Verdict })
            .Select(group => new FindingCount(group.Key.Pattern, group.Key.AgencyId, group.Key.Verdict, group.Count()))
            .ToListAsync(cancellation);

    /// <summary>How many there are in the whole city, whoever asks: numbers alone.</summary>
    public async Task<IReadOnlyDictionary<PatternKind, int>> CountCityAsync(ReportingPeriod period, CancellationToken cancellation) =>
        await Within(db.Set<FindingRow>(), period).GroupBy(finding => finding.Pattern).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);

    /// <summary>The findings of a pattern, the newest entry of the journal first.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="after">Only those after this one in the list.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<IReadOnlyList<MarkedFinding>> ListAsync(PatternKind pattern, FindingFilter filter, long? after, int count, CancellationToken cancellation)
    {
        var findings = Within(sight.Of(db.Set<FindingRow>()), filter.Period).Where(finding => finding.Pattern == pattern);
        if (filter.Agency is { } agency) findings = findings.Where(finding => finding.AgencyId == agency);
        if (after is { } last) findings = findings.Where(finding => finding.Id < last);
        var pairs = findings.LeftJoin(db.Set<FindingMarkRow>(), finding => finding.Id, mark => mark.FindingId, (finding, mark) => new { Finding = finding, Mark = mark });
        if (filter.Mark is { } wanted)
        {
            pairs = wanted switch
            {
                MarkFilter.Unseen => pairs.Where(pair => pair.Mark == null),
                MarkFilter.Confirmed => pairs.Where(pair => pair.Mark!.Verdict == Verdict.Confirmed),
                MarkFilter.Justified => pairs.Where(pair => pair.Mark!.Verdict == Verdict.Justified),
            };
        }

        var rows = await pairs.OrderByDescending(pair => pair.Finding.Id).Take(count).ToListAsync(cancellation);
        return [.. rows.Select(row => new MarkedFinding(row.Finding, row.Mark))];
    }

    /// <summary>One finding; null when there is none, or none in sight.</summary>
    public async Task<MarkedFinding?> FindAsync(long id, CancellationToken cancellation)
    {
        if (await sight.Of(db.Set<FindingRow>()).FirstOrDefaultAsync(finding => finding.Id == id, cancellation) is not { } finding) return null;
        return new(finding, await db.Set<FindingMarkRow>().FirstOrDefaultAsync(mark => mark.FindingId == id, cancellation));
    }

    private static IQueryable<FindingRow> Within(IQueryable<FindingRow> findings, ReportingPeriod period)
    {
        var from = period.From.AtStartOfDayInZone(CityTime.Zone).ToInstant();
        var until = period.To.PlusDays(1).AtStartOfDayInZone(CityTime.Zone).ToInstant();
        return findings.Where(finding => finding.At >= from && finding.At < until);
    }
}
