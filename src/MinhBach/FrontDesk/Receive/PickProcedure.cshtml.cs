using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Accounts;
using MinhBach.Organization;
using MinhBach.Procedures;
using MinhBach.Procedures.Search;

namespace MinhBach.FrontDesk;

/// <summary>Which procedure the person came for.</summary>
[Authorize(Policies.FrontDesk)]
internal sealed class PickProcedureModel(ProcedureSearch search, ProcedureCatalog catalog, CurrentUser user, OrganizationLookup organization, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    /// <summary>Procedures of other levels too.</summary>
    [BindProperty(SupportsGet = true, Name = "tat-ca")]
    public bool All { get; set; }

    public IReadOnlyList<ProcedureVersion> Found { get; private set; } = [];

    public int Total { get; private set; }

    public IActionResult OnGet()
    {
        if (string.IsNullOrWhiteSpace(Text)) return Page();
        if (catalog.TryFind(Text, Kernel.CityTime.Today(clock)) is { } exact) return Redirect("/quay/tiep-nhan/" + exact.Code);
        var answer = search.Find(new SearchRequest(Text, Level: All ? null : Level, Take: 20));
        (Found, Total) = (answer.Page, answer.Total);
        return Page();
    }

    private ProcedureLevel? Level => user.Agency is { } id && organization.Current.FindAgency(id)?.Level is { } level
        ? level == AgencyLevel.Commune ? ProcedureLevel.Commune : ProcedureLevel.Province
        : null;
}
