using MinhBach.Accounts;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Procedures;
using MinhBach.Shell;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>What every page that acts on a dossier needs to know.</summary>
internal sealed class DossierRoom(
    DossierAccess access, CurrentUser user, OrganizationLookup organization, ProcedureCatalog catalog, CityCalendars calendars, HistoryWords history, TimeProvider clock, Words words)
{
    public DossierAccess Access => access;

    public CurrentUser User => user;

    public OrganizationMap Organization => organization.Current;

    public ProcedureCatalog Catalog => catalog;

    public HistoryWords History => history;

    public Words Words => words;

    public Instant Now => clock.Now();

    public LocalDate Today => clock.Today();

    public WorkingCalendar Calendar(DossierView dossier) => calendars.For(new AgencyId(dossier.Agency));

    public IReadOnlyList<NextAction> ActionsFor(DossierView dossier) => NextActions.For(dossier, user.Actor, organization.Current, Today);
}
