using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using MinhBach.Kernel;
using MinhBach.Shell;

namespace MinhBach.Organization.Browse;

internal sealed record FoundPlace(string Name, string Href, string? Where);

internal sealed record AgencyGroup(string Title, IReadOnlyList<Agency> Agencies, bool Open);

[OutputCache(PolicyName = PublicPage.Kept)]
internal sealed class AgenciesModel(OrganizationLookup organization, TimeProvider clock, Words words) : PageModel
{
    private const int Most = 100;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    public Agency? City { get; private set; }

    public IReadOnlyList<FoundPlace> Found { get; private set; } = [];

    public IReadOnlyList<AgencyGroup> Groups { get; private set; } = [];

    public void OnGet()
    {
        var map = organization.Current;
        var today = clock.Today();
        var standing = map.Agencies.Where(agency => agency.Stands(today)).ToList();
        City = standing.Find(agency => agency.Level == AgencyLevel.City);
        Groups =
        [
            .. from level in new[] { AgencyLevel.Department, AgencyLevel.Commune, AgencyLevel.Branch }
               let agencies = standing.Where(agency => agency.Level == level).ToList()
               where agencies.Count > 0
               select new AgencyGroup(words.Name(level), agencies, level == AgencyLevel.Department),
        ];
        if (map.Agencies.Where(agency => agency.To < today).ToList() is { Count: > 0 } ended)
            Groups = [.. Groups, new(words["Đã kết thúc hoạt động"], ended, false)];
        if (string.IsNullOrWhiteSpace(Query)) return;

        Query = Query.Trim();
        var agenciesFound = map.Agencies
            .Where(agency => agency.Code == Query || Search.Matches(agency.Name, Query) || agency.FormerNames.Any(former => Search.Matches(former.Name, Query))
                || agency.Fields.Any(field => Search.Matches(field, Query)))
            .Select(agency => new FoundPlace(agency.Name, "/co-quan/" + agency.Code, agency.Stands(today) ? null : words["Đã kết thúc hoạt động"]));
        var unitsFound = map.Data.Units
            .Where(unit => unit.Stands(today) && Search.Matches(unit.Name + " " + map.Agency(unit.Agency).Name, Query))
            .Select(unit => new FoundPlace(unit.Name, "/don-vi/" + unit.Id, map.Agency(unit.Agency).Name));
        Found = [.. agenciesFound.Concat(unitsFound).Take(Most)];
    }
}
