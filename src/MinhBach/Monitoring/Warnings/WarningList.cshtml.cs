using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Accounts;
using MinhBach.Dossiers;
using MinhBach.Monitoring.Boards;
using MinhBach.Monitoring.History;
using MinhBach.Organization;
using MinhBach.Shell;

namespace MinhBach.Monitoring.Warnings;

/// <summary>Open dossiers that are likely to be late, for those who may open them.</summary>
[Authorize(Policies.Staff)]
internal sealed class WarningList(EarlyWarnings warnings, BoardRoom room, CurrentUser user, DossierLookup dossiers, OrganizationLookup organization) : PageModel
{
    private const int PageSize = 50;
    private const double Likely = 0.5;

    [BindProperty(SupportsGet = true, Name = "coQuan")]
    public string? AgencyCode { get; set; }

    public IReadOnlyList<Outlook> Outlooks { get; private set; } = [];

    public IReadOnlyDictionary<long, string> Codes { get; private set; } = new Dictionary<long, string>();

    public string? Next { get; private set; }

    public int Open { get; private set; }

    public int LikelyLate { get; private set; }

    public int Overdue { get; private set; }

    /// <summary>The agencies that the asker may choose from; empty for those who see one alone.</summary>
    public IReadOnlyList<Choice> Agencies { get; private set; } = [];

    public BoardNames Names => room.Names;

    /// <summary>Whether the asker may set when reminders are sent.</summary>
    public bool SetsReminders => user.HasRole(PostRole.Leader) || user.HasRole(PostRole.HomeAffairs);

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "sau")] string? after, CancellationToken cancellation)
    {
        if (user.Scope.WholeCity) Agencies = [.. organization.Current.Agencies.OrderBy(agency => agency.Name, StringComparer.Ordinal).Select(agency => new Choice(agency.Code, agency.Name))];
        Agency? chosen = null;
        if (!string.IsNullOrEmpty(AgencyCode) && (chosen = organization.Current.AgencyByCode(AgencyCode)) is null) return NotFound();
        bool Takes(Outlook outlook) => (chosen is null || outlook.Step.Agency == chosen.Id.Value) && room.Sight.SeesDossiers(outlook.Step.Agency, outlook.Step.Unit, outlook.Step.Person);
        foreach (var outlook in warnings.Current().Where(Takes))
        {
            Open++;
            if (outlook.Chance >= 1) Overdue++;
            else if (outlook.Chance >= Likely) LikelyLate++;
        }

        Outlooks = warnings.Page(Takes, after, PageSize + 1);
        if (Outlooks.Count > PageSize)
        {
            Outlooks = [.. Outlooks.Take(PageSize)];
            var query = QueryString.Create("sau", EarlyWarnings.KeyOf(Outlooks[^1]));
            Next = "/theo-doi/canh-bao" + (chosen is null ? query : query.Add("coQuan", chosen.Code));
        }

        Codes = await dossiers.CodesAsync(Outlooks.Select(outlook => outlook.Dossier), cancellation);
        return Page();
    }

    /// <summary>Who has the step, where the asker may know.</summary>
    public string? PersonOf(Outlook outlook) =>
        outlook.Step.Person != 0 && room.Sight.SeesPerson(outlook.Step.Person) ? room.Names.Person(outlook.Step.Person) : null;
}
