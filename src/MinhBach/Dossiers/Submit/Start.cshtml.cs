using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Procedures;

namespace MinhBach.Dossiers;

/// <summary>Before anything is filled in: what it takes, how long, how much, and by whom.</summary>
internal sealed class StartModel(DraftDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public ProcedureVersion Procedure { get; private set; } = null!;

    public IReadOnlyList<ProcedurePaper> PapersOf(ProcedureCase one) => one.Papers;

    public IActionResult OnGet() => Find() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Find()) return NotFound();
        var onlyCase = Procedure.Cases.Count == 1 ? Procedure.Cases[0].Key : null;
        var agencies = AgencyChoices.For(Procedure, desk.Organization, desk.Today);
        var draft = await desk.Store.BeginAsync(Procedure, onlyCase, agencies.Count == 1 ? agencies[0].Id.Value : null, desk.Account);
        desk.Keys.Add(HttpContext, draft.Token);
        var next = DraftSteps.NextOf(DraftSteps.Of(draft, Procedure, desk.Words));
        return Redirect($"/ban-nhap/{draft.Token}/{next}");
    }

    private bool Find()
    {
        if (desk.Catalog.TryFind(Code, desk.Today) is not { } found) return false;
        Procedure = found;
        return true;
    }
}
