using Microsoft.AspNetCore.Mvc;
using MinhBach.Organization.Browse;
using MinhBach.Shell;

namespace MinhBach.Organization.Admin;

internal sealed class EditAgenciesModel(OrganizationLookup organization, ICurrentActor user, TimeProvider clock, Words words)
    : EditPage(organization, user, clock, words)
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    public IReadOnlyList<Agency> Shown { get; private set; } = [];

    public void OnGet() => Shown =
        [.. Map.Agencies.Where(agency => string.IsNullOrWhiteSpace(Query) || agency.Code == Query.Trim() || Search.Matches(agency.Name, Query))];
}
