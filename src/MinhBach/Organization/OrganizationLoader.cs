using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;

namespace MinhBach.Organization;

/// <summary>Reads the whole organisation from the database into the lookup.</summary>
internal sealed class OrganizationLoader(CityDb db, OrganizationLookup lookup, CityCalendars calendars)
{
    public async Task LoadAsync(CancellationToken cancellation)
    {
        var state = await db.Set<StateRow>().SingleOrDefaultAsync(row => row.Id == 1, cancellation);
        var data = new OrganizationData
        {
            Agencies = (await db.Set<AgencyRow>().OrderBy(row => row.Id).ToListAsync(cancellation)).ConvertAll(OrganizationRows.Read),
            Units = (await db.Set<UnitRow>().OrderBy(row => row.Id).ToListAsync(cancellation)).ConvertAll(OrganizationRows.Read),
            Posts = (await db.Set<PostRow>().OrderBy(row => row.Id).ToListAsync(cancellation)).ConvertAll(OrganizationRows.Read),
            People = (await db.Set<PersonRow>().OrderBy(row => row.Id).ToListAsync(cancellation)).ConvertAll(OrganizationRows.Read),
            Holdings = (await db.Set<HoldingRow>().OrderBy(row => row.PostId).ThenBy(row => row.ValidFrom).ToListAsync(cancellation)).ConvertAll(OrganizationRows.Read),
            Delegations = (await db.Set<DelegationRow>().OrderBy(row => row.Id).ToListAsync(cancellation)).ConvertAll(OrganizationRows.Read),
            Successions = (await db.Set<SuccessionRow>().OrderBy(row => row.FromId).ToListAsync(cancellation)).ConvertAll(OrganizationRows.Read),
        };
        calendars.Replace(await db.Set<CalendarDayRow>().ToListAsync(cancellation));
        lookup.Replace(new(data), state?.Demo == 1);
    }
}
