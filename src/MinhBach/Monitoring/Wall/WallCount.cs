using MinhBach.Kernel;
using MinhBach.Organization;

namespace MinhBach.Monitoring.Wall;

/// <summary>Asks the measure for what the wall shows; what was counted is kept until something it is made of changes. Safe for many threads.</summary>
internal sealed class WallCount(OnTime measure, FactShelf shelf, OrganizationLookup organization, TimeProvider clock)
{
    private readonly Lock counting = new();
    private (object Stamp, WallFigures Figures)? kept;

    /// <summary>The figures as of now.</summary>
    public WallFigures Current
    {
        get
        {
            lock (counting)
            {
                // Taken before counting: what comes meanwhile is counted the next time.
                var stamp = (object)(shelf.Version, organization.Version, clock.Today());
                if (kept is { } known && known.Stamp.Equals(stamp)) return known.Figures;
                var figures = Count();
                kept = (stamp, figures);
                return figures;
            }
        }
    }

    private WallFigures Count()
    {
        var (now, today) = (clock.Now(), clock.Today());
        var year = measure.Board(ReportingPeriod.YearTo(today), Grouping.Agency);
        var parts = year.Groups.ToDictionary(group => group.Key, group => group.Figures, StringComparer.Ordinal);
        var none = new OnTimeFigures();
        return new(
            now, today, measure.Board(new(today, today), Grouping.Agency).Total, year.Total,
            [
                .. organization.Current.Agencies.Where(agency => agency.Level == AgencyLevel.Commune && agency.Stands(today))
                    .Select(agency => new WallCommune(agency.Code, agency.Name, parts.GetValueOrDefault(agency.Code, none)))
                    .OrderBy(commune => commune.Name, StringComparer.Create(Shell.VietnameseFormats.Culture, ignoreCase: false)).ThenBy(commune => commune.Code, StringComparer.Ordinal),
            ]);
    }
}
