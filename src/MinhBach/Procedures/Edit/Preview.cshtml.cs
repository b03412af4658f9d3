using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Accounts;
using MinhBach.Procedures.Show;

namespace MinhBach.Procedures.Edit;

/// <summary>A draft as the public would see it.</summary>
[Authorize(Policy = Policies.ProceduresEdit)]
public sealed class PreviewPage(IServiceProvider services) : PageModel
{
    public ShownVersion Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (await Draft(code) is not { } draft)
            return NotFound();
        Shown = new ShownVersion(draft.Version, [], null, null, IsOpen: false, $"/quan-tri/thu-tuc/{code}/xem-truoc?handler=process");
        return Page();
    }

    /// <summary>The draft's process for the diagram.</summary>
    public async Task<IActionResult> OnGetProcessAsync(string code) =>
        await Draft(code) is { } draft ? Content(draft.Version.ProcessXml, "application/xml") : NotFound();

    private Task<ProcedureDraft?> Draft(string code) =>
        services.GetRequiredService<DraftStore>().FindAsync(code, HttpContext.RequestAborted);
}
