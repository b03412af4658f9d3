using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Accounts;
using MinhBach.Kernel;
using MinhBach.Procedures;
using MinhBach.Shell;
using MinhBach.Transparency.Enter;

namespace MinhBach.Transparency.Closed;

/// <summary>Which procedures the log does not show dossiers of. One query.</summary>
[Authorize(Policies.ProceduresEdit)]
internal sealed class ClosedPage(CloseProcedure closed, ProcedureCatalog catalog, CurrentUser user, TimeProvider clock, Words words) : PageModel
{
    public const string Address = "/quan-tri/nhat-ky";

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<ClosedRow> Chosen { get; private set; } = [];

    /// <summary>Those that nobody chose: they are about denunciations.</summary>
    public IReadOnlyList<ProcedureVersion> Always => [.. catalog.All.Where(ShownCases.IsDenunciation).OrderBy(procedure => procedure.Code, StringComparer.Ordinal)];

    public string? Done { get; private set; }

    public string NameOf(string code) => catalog.TryFind(code, clock.Today())?.Name ?? "–";

    public async Task OnGetAsync([FromQuery(Name = "xong")] bool done, CancellationToken cancellation)
    {
        if (done) Done = words["Đã lưu. Nhật ký nói điều này ngay từ mục kế tiếp."];
        Chosen = await closed.AllAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(Code)) ModelState.AddModelError(nameof(Code), words["Nhập mã thủ tục"]);
        if (string.IsNullOrWhiteSpace(Reason)) ModelState.AddModelError(nameof(Reason), words["Nêu lý do"]);
        if (!ModelState.IsValid) return await AgainAsync(cancellation);
        try
        {
            await closed.CloseAsync(Code!.Trim(), Reason!.Trim(), user.Actor!, cancellation);
            return Redirect(Address + "?xong=true");
        }
        catch (RuleBroken broken)
        {
            ModelState.AddModelError(broken.Code == "log.reason" ? nameof(Reason) : nameof(Code), words[broken.Sentence, [.. broken.Values]]);
            return await AgainAsync(cancellation);
        }
    }

    public async Task<IActionResult> OnPostOpenAsync(string code, CancellationToken cancellation)
    {
        await closed.OpenAsync(code, user.Actor!, cancellation);
        return Redirect(Address + "?xong=true");
    }

    private async Task<IActionResult> AgainAsync(CancellationToken cancellation)
    {
        Chosen = await closed.AllAsync(cancellation);
        return Page();
    }
}
