using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MinhBach.Accounts;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Shell;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>A dossier as officials see it: all there is to know, and what they can do next.</summary>
[Authorize(Policies.Staff)]
internal sealed class DossierPageModel(
    DossierAccess access, CurrentUser user, OrganizationLookup organization, CityCalendars calendars, HistoryWords history, ClaimStep claim, WatchDossier watch,
    CityDb db, TimeProvider clock, Words words) : PageModel
{
    [TempData]
    public string? Said { get; set; }

    /// <summary>Why something did not go.</summary>
    [TempData]
    public string? Told { get; set; }

    public DossierView Dossier { get; private set; } = null!;

    public IReadOnlyList<NextAction> Actions { get; private set; } = [];

    public bool IsWatched { get; private set; }

    public HistoryWords History => history;

    public Instant Now => clock.Now();

    public WorkingCalendar Calendar => calendars.For(new AgencyId(Dossier.Agency));

    public Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation) => ShowAsync(code, cancellation);

    public async Task<IActionResult> OnPostClaimAsync(string code, int task, long revision, CancellationToken cancellation)
    {
        if (await access.FindAsync(code, cancellation) is not var (dossier, seen)) return NotFound();
        if (!seen) return Forbid();
        try
        {
            await claim.RunAsync(dossier.Id, task, user.Actor!, revision);
            Said = words["Bước này đã ở trên bàn của anh/chị."];
            return Redirect("/ho-so/" + dossier.Code);
        }
        catch (RuleBroken broken)
        {
            ModelState.AddModelError("", words.Say(broken));
            return await ShowAsync(code, cancellation);
        }
    }

    public async Task<IActionResult> OnPostWatchAsync(string code, bool watching, CancellationToken cancellation)
    {
        if (await access.FindAsync(code, cancellation) is not var (dossier, seen)) return NotFound();
        if (!seen || user.Person is not { } person) return Forbid();
        await watch.RunAsync(person, dossier.Id, watching);
        Said = watching ? words["Hồ sơ đã vào danh sách theo dõi."] : words["Hồ sơ đã ra khỏi danh sách theo dõi."];
        return Redirect("/ho-so/" + dossier.Code);
    }

    public TimeLeft Left(Instant? due) => TimeLeft.Of(words, Calendar, Now, due);

    /// <summary>The list of days behind a date that was counted; null for dates set by hand or while the clock stands.</summary>
    public DueExplanation? Explain(DueEntry entry)
    {
        try
        {
            return entry.Kind is DueEntryKind.FirstDue or DueEntryKind.Restarted ? TermClock.Explain(Calendar, entry.Term, Dossier.Rules.Counting, entry.At) : null;
        }
        catch (CalendarRangeException)
        {
            return null;
        }
    }

    private async Task<IActionResult> ShowAsync(string code, CancellationToken cancellation)
    {
        if (await access.FindAsync(code, cancellation) is not var (dossier, seen)) return NotFound();
        if (!seen) return Forbid();
        Dossier = dossier;
        Actions = NextActions.For(dossier, user.Actor, organization.Current, clock.Today());
        IsWatched = user.Person is { } person && await db.Set<WatchRow>().AnyAsync(row => row.PersonId == person.Value && row.DossierId == dossier.Id.Value, cancellation);
        return Page();
    }
}
