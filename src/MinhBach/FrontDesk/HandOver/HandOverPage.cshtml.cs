using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Accounts;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Procedures;
using MinhBach.Shell;

namespace MinhBach.FrontDesk;

/// <summary>Papers received and not yet with the unit that works on them: by unit, handed over together, with a list to sign.</summary>
[Authorize(Policies.FrontDesk)]
internal sealed class HandOverPageModel(
    DeskLookup desk, NextUnits next, BulkWork bulk, CompleteStep complete, CurrentUser user, CityCalendars calendars, TimeProvider clock, Words words) : PageModel
{
    [BindProperty(Name = "chon")]
    public List<string> Ticked { get; set; } = [];

    public IReadOnlyList<(string Unit, IReadOnlyList<DeskRow> Rows)> Groups { get; private set; } = [];

    public BulkResult? Result { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Ticked.Count is 0 or > BulkWork.Limit)
        {
            ModelState.AddModelError("", Ticked.Count == 0 ? words["Chọn ít nhất một hồ sơ."] : words["Mỗi lần chọn tối đa {0} việc.", BulkWork.Limit]);
            await ShowAsync(cancellation);
            return Page();
        }

        var started = clock.Now();
        Result = await bulk.RunAsync(Ticked, row => complete.RunAsync(row.Dossier, row.Task, null, null, user.Actor!));
        if (Result.Failed.Count == 0) return Redirect($"/quay/ban-giao/danh-sach?tu={started.ToUnixMicroseconds()}");
        await ShowAsync(cancellation);
        return Page();
    }

    public TimeLeft Left(DeskRow row) => TimeLeft.Of(words, calendars.For(new AgencyId(row.Agency)), clock.Now(), row.DueAt);

    private async Task ShowAsync(CancellationToken cancellation) =>
        Groups = [.. (await desk.ToHandOverAsync(cancellation)).GroupBy(next.Of, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, (IReadOnlyList<DeskRow>)[.. group]))];
}
