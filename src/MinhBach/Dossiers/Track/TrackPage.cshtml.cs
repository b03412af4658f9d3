using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Shell;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>Where a dossier stands: by code alone its progress, with the secret everything.</summary>
[OutputCache(PolicyName = TrackedPages.Kept), IgnoreAntiforgeryToken, FromThisSite]
internal sealed class TrackPageModel(
    DossierLookup dossiers, DossierSight sight, TrackingPass pass, TrackingSecrets secrets, GuessLimit guesses,
    OrganizationLookup organization, CityCalendars calendars, IEnumerable<TrackedLink> links, TimeProvider clock, Words words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public string? Secret { get; set; }

    public DossierView? Dossier { get; private set; }

    public Sight Sight { get; private set; }

    public bool IsFull => Sight != Sight.Progress;

    public Instant Now { get; private set; }

    public IReadOnlyList<TimelineLine> Timeline { get; private set; } = [];

    public IReadOnlyList<Holder> Holders { get; private set; } = [];

    /// <summary>Further pages about one's own dossier.</summary>
    public IEnumerable<TrackedLink> Links => links;

    public DueStory? Due { get; private set; }

    public Agency? Agency { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var clean = TrackingLinks.Clean(Code);
        if (clean != Code) return Redirect("/tra-cuu/" + Uri.EscapeDataString(clean));
        await ShowAsync();
        if (Dossier is null) Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        if (Dossier is not { } dossier)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        if (!guesses.Allows(HttpContext, dossier.Id))
        {
            ModelState.AddModelError(nameof(Secret), words["Đã nhập sai quá nhiều lần. Hãy thử lại sau 15 phút, hoặc hỏi bộ phận một cửa."]);
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }

        if (string.IsNullOrWhiteSpace(Secret))
        {
            ModelState.AddModelError(nameof(Secret), words["Nhập mã tra cứu in trên giấy tiếp nhận."]);
            return Page();
        }

        if (!secrets.Matches(dossier.Id, Secret))
        {
            guesses.Wrong(HttpContext, dossier.Id);
            ModelState.AddModelError(nameof(Secret), words["Mã tra cứu không đúng. Hãy nhập lại 10 chữ và số in trên giấy tiếp nhận; không phân biệt chữ hoa, chữ thường."]);
            return Page();
        }

        pass.Give(HttpContext, dossier.Id, dossier.Code);
        return Redirect("/tra-cuu/" + dossier.Code);
    }

    public IActionResult OnPostLeave()
    {
        TrackingPass.TakeBack(HttpContext, TrackingLinks.Clean(Code));
        return Redirect("/tra-cuu/" + TrackingLinks.Clean(Code));
    }

    private async Task ShowAsync()
    {
        Now = clock.Now();
        if (await dossiers.FindAsync(TrackingLinks.Clean(Code), HttpContext.RequestAborted) is not { } dossier) return;
        Dossier = dossier;
        Sight = sight.Of(HttpContext, dossier);
        if (IsFull || !HttpMethods.IsGet(Request.Method)) Response.Headers.CacheControl = "no-cache, no-store";
        var map = organization.Current;
        Agency = map.FindAgency(new AgencyId(dossier.Agency));
        Timeline = new TimelineOf(dossier, map, words, IsFull, Now).Lines();
        if (IsFull) Holders = [.. dossier.Now.Select(step => Holder.Of(step, map, Now.DateInCity()))];
        if (dossier.Clock is { } ledger) Due = DueStory.Of(ledger, calendars.For(new AgencyId(dossier.Agency)));
    }
}
