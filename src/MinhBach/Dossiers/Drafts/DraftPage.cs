using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Kernel;
using MinhBach.Procedures;
using MinhBach.Shell;

namespace MinhBach.Dossiers;

/// <summary>
/// A page of a draft: it opens for the browser or account that began it, keeps its part when it is right, and leads on
/// to the first page that is still missing.
/// </summary>
internal abstract class DraftPage(DraftDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public Draft Draft { get; private set; } = null!;

    public ProcedureVersion Procedure { get; private set; } = null!;

    public IReadOnlyList<DraftStep> Steps { get; private set; } = [];

    public ProcedureCase Case => DraftSteps.CaseOf(Draft, Procedure);

    public DraftDesk Desk => desk;

    protected Words Words => desk.Words;

    /// <summary>The slug of this page in <see cref="DraftSteps"/>.</summary>
    public abstract string Slug { get; }

    public int Position => Steps.ToList().FindIndex(step => step.Slug == Slug) + 1;

    /// <summary>The page before this one.</summary>
    public string BackHref => Position > 1 ? At(Steps[Position - 2].Slug) : "/nop-ho-so/" + Procedure.Code;

    public string At(string slug) => $"/ban-nhap/{Token}/{slug}";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        if (await desk.OpenAsync(HttpContext, Token) is not { } found)
        {
            context.Result = NotFound();
            return;
        }

        if (found.Draft is not { } draft)
        {
            context.Result = Redirect(At(DraftSteps.Receipt));
            return;
        }

        Show(draft);
        await next();
    }

    /// <summary>Keeps a part of the draft and leads on.</summary>
    protected async Task<IActionResult> KeepAsync(Func<Draft, Draft> change)
    {
        if (await desk.Store.ChangeAsync(Token, change, desk.Account) is not { } kept) return Redirect(At(DraftSteps.Receipt));
        Show(kept);
        return Redirect(At(DraftSteps.NextOf(Steps)));
    }

    protected void Wrong(string field, string sentence, params object?[] values) => ModelState.AddModelError(field, Words[sentence, values]);

    protected void Wrong(string field, RuleBroken broken) => ModelState.AddModelError(field, Words[broken.Sentence, [.. broken.Values]]);

    protected void Show(Draft draft)
    {
        Draft = draft;
        Procedure = desk.Catalog.Version(draft.VersionId);
        Steps = DraftSteps.Of(draft, Procedure, desk.Words);
    }
}
