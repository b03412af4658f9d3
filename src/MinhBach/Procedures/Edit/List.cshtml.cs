using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Accounts;
using MinhBach.Procedures.Search;

namespace MinhBach.Procedures.Edit;

/// <summary>Finds the procedure to edit.</summary>
[Authorize(Policy = Policies.ProceduresEdit)]
public sealed class ListPage(ProcedureSearch search) : PageModel
{
    private const int Shown = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Q { get; set; }

    public IReadOnlyList<ProcedureVersion> Found { get; private set; } = [];

    public void OnGet() => Found = search.Find(new SearchRequest(Q?.Length > 200 ? Q[..200] : Q, Take: Shown)).Page;
}
