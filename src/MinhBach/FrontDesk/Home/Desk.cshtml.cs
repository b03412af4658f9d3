using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Accounts;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.FrontDesk;

[Authorize(Policies.FrontDesk)]
internal sealed class DeskModel(DeskLookup desk, DossierAccess access, CityCalendars calendars, TimeProvider clock, Words words) : PageModel
{
    // Đ17 k2: the officer is alerted when nobody looked at an online dossier for two hours.
    private static readonly Duration Alert = Duration.FromHours(2);

    /// <summary>What a scanner typed.</summary>
    [BindProperty(SupportsGet = true, Name = "ma")]
    public string? Scanned { get; set; }

    public IReadOnlyList<DeskRow> Waiting { get; private set; } = [];

    public int ToHandOver { get; private set; }

    public int ToReturn { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!string.IsNullOrWhiteSpace(Scanned))
        {
            var found = ScannedCode.In(Scanned) is { } code ? await access.FindAsync(code, cancellation) : null;
            if (found is var (dossier, seen) && seen)
                return Redirect("/ho-so/" + dossier.Code + (dossier.Status == DossierStatus.Completed ? "/tra-ket-qua" : ""));
            ModelState.AddModelError("ma", found is null ? words["Không có hồ sơ nào mang mã này. Kiểm tra lại mã in trên giấy tiếp nhận."] : words["Hồ sơ này thuộc cơ quan khác."]);
        }

        Waiting = await desk.WaitingAsync(cancellation);
        (ToHandOver, ToReturn) = await desk.CountAsync(cancellation);
        return Page();
    }

    public TimeLeft Left(DeskRow row) => TimeLeft.Of(words, calendars.For(new AgencyId(row.Agency)), clock.Now(), row.DueAt);

    public bool IsAlert(DeskRow row) => row.PersonName is null && clock.Now() - row.OpenedAt >= Alert;
}
