using MinhBach.Organization;

namespace MinhBach.Monitoring.Integrity;

/// <summary>The findings of a pattern in one agency, against what the whole city would lead one to expect.</summary>
/// <param name="Id">The agency.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Count">Findings.</param>
/// <param name="Dossiers">Dossiers that it had in the period.</param>
/// <param name="CityRate">Findings per thousand dossiers in the whole city.</param>
internal sealed record AgencyFindings(long Id, string Code, string Name, int Count, int Dossiers, double? CityRate)
{
    /// <summary>Findings per thousand dossiers; null without dossiers.</summary>
    public double? Rate => Dossiers == 0 ? null : 1000.0 * Count / Dossiers;

    /// <summary>How many there would be at the city's rate.</summary>
    public double? Expected => CityRate is { } rate ? rate * Dossiers / 1000 : null;
}

/// <summary>What a pattern found in a period.</summary>
internal sealed record PatternFindings(Pattern Pattern, int Confirmed, int Justified, int Unseen, int Dossiers, double? CityRate, IReadOnlyList<AgencyFindings> Agencies)
{
    public int Count => Confirmed + Justified + Unseen;

    public int this[MarkFilter mark] => mark switch
    {
        MarkFilter.Unseen => Unseen,
        MarkFilter.Confirmed => Confirmed,
        MarkFilter.Justified => Justified,
    };

    /// <summary>Share of those looked at that were confirmed, 0 to 1; null before any was.</summary>
    public double? Precision => Confirmed + Justified == 0 ? null : Confirmed / (double)(Confirmed + Justified);

    /// <summary>Findings per thousand dossiers of the agencies in sight; null without dossiers, and for a unit, which has none of its own.</summary>
    public double? Rate => Dossiers == 0 ? null : 1000.0 * Count / Dossiers;
}

/// <summary>Puts counts of findings beside the dossiers among which they were found: the one place for pages and API.</summary>
internal sealed class IntegrityFigures(FindingQuery findings, FindingSight sight, OnTime measure, OrganizationLookup organization)
{
    /// <summary>All patterns, those with most findings first; within each the worst agency first.</summary>
    public async Task<IReadOnlyList<PatternFindings>> OfAsync(ReportingPeriod period, CancellationToken cancellation)
    {
        var counts = await findings.CountAsync(period, cancellation);
        var city = await findings.CountCityAsync(period, cancellation);
        var board = measure.Board(period, Grouping.Agency);
        var dossiers = board.Groups.ToDictionary(group => group.Key, group => Of(group.Figures), StringComparer.Ordinal);
        return
        [
            .. Patterns.All.Select(pattern => Figures(pattern, [.. counts.Where(count => count.Pattern == pattern.Kind)], city.GetValueOrDefault(pattern.Kind), Of(board.Total), dossiers))
                .OrderByDescending(figures => figures.Count),
        ];
    }

    private static int Of(OnTimeFigures figures) => figures.Received + figures.CarriedOver;

    private PatternFindings Figures(Pattern pattern, List<FindingCount> counts, int cityCount, int cityDossiers, Dictionary<string, int> dossiers)
    {
        var rate = cityDossiers == 0 ? (double?)null : 1000.0 * cityCount / cityDossiers;
        int Sum(Verdict? verdict) => counts.Where(count => count.Verdict == verdict).Sum(count => count.Count);
        var agencies = sight.Reach is FindingReach.City or FindingReach.Agency ? Agencies(counts, rate, dossiers) : [];
        var mine = sight.Reach switch
        {
            FindingReach.City => cityDossiers,
            FindingReach.Agency => organization.Current.FindAgency(new(sight.Agency ?? 0)) is { } agency ? dossiers.GetValueOrDefault(agency.Code) : 0,
            FindingReach.Unit or FindingReach.Nothing => 0,
        };
        return new(pattern, Sum(Verdict.Confirmed), Sum(Verdict.Justified), Sum(null), mine, rate, agencies);
    }

    private List<AgencyFindings> Agencies(List<FindingCount> counts, double? rate, Dictionary<string, int> dossiers)
    {
        var map = organization.Current;
        return
        [
            .. counts.GroupBy(count => count.Agency)
                .Select(group => (Agency: map.FindAgency(new(group.Key)), Count: group.Sum(count => count.Count)))
                .Where(pair => pair.Agency is not null)
                .Select(pair => new AgencyFindings(pair.Agency!.Id.Value, pair.Agency.Code, pair.Agency.Name, pair.Count, dossiers.GetValueOrDefault(pair.Agency.Code), rate))
                .OrderByDescending(agency => agency.Rate ?? -1).ThenByDescending(agency => agency.Count).ThenBy(agency => agency.Code, StringComparer.Ordinal),
        ];
    }
}
