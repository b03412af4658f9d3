using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Kernel;
using MinhBach.Shell;

namespace MinhBach.Dossiers;

/// <summary>A page about one dossier for whoever handed it in: without the secret it leads to the page that asks for it.</summary>
internal abstract class TrackedPage(DossierLookup dossiers, DossierSight sight, Words words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public DossierView Dossier { get; private set; } = null!;

    public Sight Sight { get; private set; }

    protected Words Words => words;

    /// <summary>Whether the page is for the applicant alone.</summary>
    protected virtual bool NeedsApplicant => true;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        if (await ReadAsync()) await next();
        else context.Result = Redirect("/tra-cuu/" + TrackingLinks.Clean(Code));
    }

    protected async Task<bool> ReadAsync()
    {
        if (await dossiers.FindAsync(TrackingLinks.Clean(Code), HttpContext.RequestAborted) is not { } found) return false;
        Dossier = found;
        Sight = sight.Of(HttpContext, found);
        return Sight == Sight.Applicant || (!NeedsApplicant && Sight == Sight.Official);
    }

    protected void Wrong(string field, string sentence, params object?[] values) => ModelState.AddModelError(field, words[sentence, values]);

    protected void Wrong(string field, RuleBroken broken) => ModelState.AddModelError(field, words[broken.Sentence, [.. broken.Values]]);
}
