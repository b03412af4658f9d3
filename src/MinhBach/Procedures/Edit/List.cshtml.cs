using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Accounts;
using MinhBach.Procedures.Search;

namespace MinhBach.Procedures.Edit;

/// <summary>Finds the procedure to edit.</summary>
[Authorize(Policy = Policies.ProceduresEdit)]
public sealed class ListPage(ProcedureSearch search, IServiceProvider services) : PageModel
{
    private const int Shown = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Q { get; set; }

    public IReadOnlyList<ProcedureVersion> Found { get; private set; } = [];

    /// <summary>What somebody is still writing, the newest first.</summary>
    internal IReadOnlyList<ProcedureDraft> Drafts { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Found = search.Find(new SearchRequest(Q?.Length > 200 ? Q[..200] : Q, Take: Shown)).Page;
        Drafts = await services.GetRequiredService<DraftStore>().NewestAsync(Shown, HttpContext.RequestAborted);
    }
}
