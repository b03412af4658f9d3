using MinhBach.Accounts;
using MinhBach.Organization;

namespace MinhBach.Monitoring.Integrity;

/// <summary>How far somebody sees findings.</summary>
internal enum FindingReach
{
    /// <summary>Not at all: persons are named in them.</summary>
    Nothing,

    /// <summary>Their unit's.</summary>
    Unit,

    /// <summary>Their agency's.</summary>
    Agency,

    /// <summary>All.</summary>
    City,
}

/// <summary>
/// Who sees which findings: those who oversee the city all of them, a leader those of the agency, a head those of the unit. Every
/// query goes through it, so that no list, count or answer can forget it.
/// </summary>
internal sealed class FindingSight(CurrentUser user)
{
    public FindingReach Reach { get; } =
        user.Scope.WholeCity ? FindingReach.City
        : user.HasRole(PostRole.Leader) ? FindingReach.Agency
        : user.HasRole(PostRole.HeadOfUnit) ? FindingReach.Unit
        : FindingReach.Nothing;

    /// <summary>The unit of a head; null for who sees more.</summary>
    public long? Unit => Reach == FindingReach.Unit ? user.Unit?.Value : null;

    /// <summary>The agency of a leader or head; null for who sees the city.</summary>
    public long? Agency => Reach is FindingReach.Agency or FindingReach.Unit ? user.Agency?.Value : null;

    /// <summary>The findings in sight.</summary>
    public IQueryable<FindingRow> Of(IQueryable<FindingRow> findings)
    {
        var (agency, unit) = (user.Agency?.Value ?? 0, user.Unit?.Value ?? 0);
        return Reach switch
        {
            FindingReach.City => findings,
            FindingReach.Agency => findings.Where(finding => finding.AgencyId == agency),
            FindingReach.Unit => findings.Where(finding => finding.UnitId == unit),
            FindingReach.Nothing => findings.Where(_ => false),
        };
    }
}
