using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Accounts;
using MinhBach.Dossiers;

namespace MinhBach.FrontDesk;

/// <summary>Results that wait for their applicants.</summary>
[Authorize(Policies.FrontDesk)]
internal sealed class ReturnsModel(DeskLookup desk) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Text { get; set; }

    public IReadOnlyList<DeskRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var code = ScannedCode.In(Text);
        Rows = await desk.ToReturnAsync(code ?? Text, cancellation);
        // A scanned receipt leads straight to the dossier.
        return code is not null && Rows is [var only] ? Redirect($"/ho-so/{only.Code}/tra-ket-qua") : Page();
    }
}
