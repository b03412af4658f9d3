using NodaTime;

namespace MinhBach.Organization;

/// <summary>An agency takes over from another: a merge when several lead to one, a split when one leads to several.</summary>
/// <param name="From">The agency that ended, or gave a part away.</param>
/// <param name="To">The agency that took over.</param>
/// <param name="On">First day of the new order.</param>
/// <param name="Part">True when only a part went over.</param>
/// <param name="Basis">The decision behind it.</param>
public sealed record Succession(AgencyId From, AgencyId To, LocalDate On, bool Part, string Basis);
