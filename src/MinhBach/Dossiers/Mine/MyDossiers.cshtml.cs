using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>The drafts and dossiers of this account, and those begun in this browser.</summary>
internal sealed class MyDossiersModel(DraftDesk desk, CityDb db) : PageModel
{
    private const int PageSize = 30;

    /// <summary>Only dossiers older than this one.</summary>
    [BindProperty(SupportsGet = true, Name = "sau")]
    public long? Before { get; set; }

    public IReadOnlyList<OpenDraft> Drafts { get; private set; } = [];

    public IReadOnlyList<Mine> Dossiers { get; private set; } = [];

    public string? Next { get; private set; }

    public bool SignedIn => desk.Account is not null;

    public async Task OnGetAsync()
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        await ReadAsync();
    }

    public async Task<IActionResult> OnPostDiscardAsync(string token, [FromServices] FileShelf shelf)
    {
        if (await desk.OpenAsync(HttpContext, token) is null) return NotFound();
        await desk.Store.DiscardAsync(token, shelf.Discard);
        desk.Keys.Remove(HttpContext, token);
        return Redirect("/ho-so-cua-toi");
    }

    private async Task ReadAsync()
    {
        var tokens = desk.Keys.Of(HttpContext).ToList();
        var account = desk.Account;
        var rows = await db.Set<DraftRow>().Where(draft => tokens.Contains(draft.Token) || (account != null && draft.AccountId == account))
            .OrderByDescending(draft => draft.UpdatedAt).Take(50)
            .Select(draft => new { draft.Token, draft.ProcedureCode, draft.UpdatedAt, draft.DossierId }).ToListAsync(HttpContext.RequestAborted);
        Drafts = [.. rows.Where(row => row.DossierId is null).Select(row => new OpenDraft(row.Token, NameOf(row.ProcedureCode), row.UpdatedAt, row.UpdatedAt.DateInCity().PlusDays(DraftStore.KeptDays)))];
        // Found by the account first: asked the other way round, SQLite looks at every dossier of the city.
        var own = account is null
            ? []
            : await db.Set<ApplicantRow>().Where(applicant => applicant.AccountId == account && (Before == null || applicant.DossierId < Before))
                .OrderByDescending(applicant => applicant.DossierId).Take(PageSize + 1).Select(applicant => applicant.DossierId).ToListAsync(HttpContext.RequestAborted);
        var here = rows.Where(row => row.DossierId is { } id && (Before is null || id < Before)).Select(row => row.DossierId!.Value);
        var wanted = here.Concat(own).Distinct().OrderDescending().Take(PageSize + 1).ToList();
        var mine = await db.Set<DossierRow>().Where(dossier => wanted.Contains(dossier.Id)).OrderByDescending(dossier => dossier.Id)
            .Select(dossier => new { dossier.Id, dossier.Code, dossier.VersionId, dossier.Status, dossier.SubmittedAt, dossier.DueDate }).ToListAsync(HttpContext.RequestAborted);
        Dossiers = [.. mine.Take(PageSize).Select(row => new Mine(row.Code, desk.Catalog.Version(new(row.VersionId)).Name, (DossierStatus)row.Status, row.SubmittedAt, row.DueDate))];
        if (mine.Count > PageSize) Next = string.Create(CultureInfo.InvariantCulture, $"?sau={mine[PageSize - 1].Id}");
    }

    private string NameOf(string code) => desk.Catalog.TryFind(code, desk.Today)?.Name ?? code;

    internal sealed record OpenDraft(string Token, string Name, Instant UpdatedAt, LocalDate KeptUntil);

    internal sealed record Mine(string Code, string Name, DossierStatus Status, Instant SubmittedAt, LocalDate? Due);
}
