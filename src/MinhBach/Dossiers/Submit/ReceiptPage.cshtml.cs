using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Organization;

namespace MinhBach.Dossiers;

/// <summary>After the sending: the code, the secret, and what happens next. Sending again leads here again.</summary>
internal sealed class ReceiptPageModel(DraftDesk desk, DossierLookup dossiers, TrackingSecrets secrets, TrackingPass pass) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public DossierView Dossier { get; private set; } = null!;

    public string Secret { get; private set; } = "";

    public string AgencyName { get; private set; } = "";

    public string TrackingUrl => TrackingLinks.WithSecret(Request, Dossier.Code, Secret);

    public StepView? Reception => Dossier.Now.FirstOrDefault(step => step.IsReception);

    public async Task<IActionResult> OnGetAsync()
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        if (await desk.OpenAsync(HttpContext, Token) is not { } stored) return NotFound();
        if (stored.DossierId is not { } id || await dossiers.FindAsync(new DossierId(id), HttpContext.RequestAborted) is not { } found)
            return Redirect($"/ban-nhap/{Token}/{DraftSteps.Check}");
        Dossier = found;
        Secret = secrets.Of(found.Id);
        AgencyName = desk.Organization.FindAgency(new AgencyId(found.Agency))?.Name ?? "";
        // Who has just handed it in need not type the secret to look at it.
        pass.Give(HttpContext, found.Id, found.Code);
        return Page();
    }
}
