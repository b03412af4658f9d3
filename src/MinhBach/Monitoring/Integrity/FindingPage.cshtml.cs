using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Accounts;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Monitoring.Boards;
using MinhBach.Shell;

namespace MinhBach.Monitoring.Integrity;

/// <summary>One finding with its evidence, and what whoever looked into it says.</summary>
[Authorize(Policies.Integrity)]
internal sealed class FindingPage(IntegrityRoom room, MarkFinding mark, DossierAccess access, CurrentUser user) : PageModel
{
    [BindProperty]
    public string? Said { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Sequence of the latest word that the person saw; 0 for none.</summary>
    [BindProperty(Name = "ban")]
    public long Seen { get; set; }

    public FindingRow Finding { get; private set; } = null!;

    public FindingMarkRow? Mark { get; private set; }

    public Pattern Pattern { get; private set; } = null!;

    /// <summary>Codes of its dossiers, by id.</summary>
    public IReadOnlyDictionary<long, string> Codes { get; private set; } = new Dictionary<long, string>();

    public BoardNames Names => room.Names;

    /// <summary>Nobody judges their own work.</summary>
    public bool IsOwn => Finding.PersonId is { } person && person == user.Person?.Value;

    public IEnumerable<Choice> Choices =>
        new[] { MarkFilter.Confirmed, MarkFilter.Justified }.Select(choice => new Choice(MarkSlugs.Of(choice), room.Words[MarkSlugs.Name(choice)]));

    public async Task<IActionResult> OnGetAsync([FromRoute(Name = "mau")] string slug, [FromRoute(Name = "id")] long id, CancellationToken cancellation) =>
        await OpenAsync(slug, id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute(Name = "mau")] string slug, [FromRoute(Name = "id")] long id, CancellationToken cancellation)
    {
        if (!await OpenAsync(slug, id, cancellation)) return NotFound();
        var verdict = MarkSlugs.VerdictOf(Said);
        if (verdict is null) ModelState.AddModelError(nameof(Said), room.Words["Chọn một đánh giá."]);
        if (string.IsNullOrWhiteSpace(Reason)) ModelState.AddModelError(nameof(Reason), room.Words["Nêu lý do đánh giá."]);
        else if (Reason.Trim().Length > MarkFinding.LongestReason) ModelState.AddModelError(nameof(Reason), room.Words["Nội dung dài quá {0} ký tự.", MarkFinding.LongestReason]);
        if (!ModelState.IsValid || verdict is not { } said) return Page();
        try
        {
            await mark.RunAsync(Finding, said, Reason, Seen, user.Actor!);
        }
        catch (RuleBroken broken)
        {
            ModelState.AddModelError("", room.Words.Say(broken));
            return Page();
        }

        return RedirectToPage();
    }

    private async Task<bool> OpenAsync(string slug, long id, CancellationToken cancellation)
    {
        if (await room.Findings.FindAsync(id, cancellation) is not var (finding, said) || Integrity.Patterns.Of(finding.Pattern) is var pattern && pattern.Slug != slug) return false;
        (Finding, Mark, Pattern) = (finding, said, pattern);
        var codes = await room.Dossiers.CodesAsync([finding.DossierId, .. finding.OtherIds()], cancellation);
        // What was filed again may lie in an agency that the asker does not see.
        if (finding.Pattern == PatternKind.CloseAndRefile && room.Sight.Reach != FindingReach.City) codes = await SeenAsync(codes, cancellation);
        Codes = codes;
        return true;
    }

    private async Task<IReadOnlyDictionary<long, string>> SeenAsync(IReadOnlyDictionary<long, string> codes, CancellationToken cancellation)
    {
        var seen = new Dictionary<long, string>();
        foreach (var (id, code) in codes)
        {
            if (await access.FindAsync(code, cancellation) is (_, true)) seen.Add(id, code);
        }

        return seen;
    }
}
