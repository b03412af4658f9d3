using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Accounts;
using MinhBach.Kernel;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Procedures.Edit;

/// <summary>The editor of a procedure: fields, papers, terms, fees, and the process as a table.</summary>
[Authorize(Policy = Policies.ProceduresEdit)]
public sealed class EditPage : PageModel
{
    private readonly ProcedureCatalog catalog;
    private readonly DraftStore drafts;
    private readonly SaveDraft save;
    private readonly PublishDraft publish;
    private readonly CurrentUser user;
    private readonly Words words;

    public EditPage(ProcedureCatalog catalog, IServiceProvider services, CurrentUser user, Words words)
    {
        (this.catalog, this.user, this.words) = (catalog, user, words);
        drafts = services.GetRequiredService<DraftStore>();
        save = services.GetRequiredService<SaveDraft>();
        publish = services.GetRequiredService<PublishDraft>();
    }

    public string Code { get; private set; } = "";

    [BindProperty]
    public EditInput Input { get; set; } = new();

    /// <summary>First day in force, for publishing.</summary>
    [BindProperty]
    public LocalDate? From { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What somebody else saved while this was being written: field, theirs, yours.</summary>
    public IReadOnlyList<(string Field, string Theirs, string Yours)> Differences { get; private set; } = [];

    public string? OtherWriter { get; private set; }

    public string? Message { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, [FromQuery(Name = "da-luu")] string? saved)
    {
        var (version, revision) = await OpenAsync(code);
        if (version is null)
            return NotFound();
        Input = EditForm.WithBlankRows(EditForm.Of(version, revision));
        Message = saved is null ? null : words["Đã lưu bản nháp."];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, string? act)
    {
        var (before, _) = await OpenAsync(code);
        if (before is null)
            return NotFound();
        if (act == "rows")
        {
            ModelState.Clear();
            EditForm.WithBlankRows(Input);
            Input.Steps.Add(new StepInput());
            return Page();
        }

        var version = EditForm.Read(Input, before, (field, message) => ModelState.AddModelError(field, words[message]));
        if (act == "publish" && From is null)
            ModelState.AddModelError(nameof(From), words["Nhập ngày bắt đầu có hiệu lực"]);
        // A date left empty stays unvalidated, which is no error.
        if (ModelState.ErrorCount > 0)
            return Back();

        var saved = await save.RunAsync(version, Input.Revision, user.Actor!);
        if (saved.Conflict)
            return Conflicted(saved.Draft, version);
        Input.Revision = saved.Draft!.Revision;
        return act switch
        {
            "publish" => await PublishAsync(code),
            "preview" => Redirect($"/quan-tri/thu-tuc/{code}/xem-truoc"),
            _ => Redirect($"/quan-tri/thu-tuc/{code}?da-luu=1"),
        };
    }

    private async Task<IActionResult> PublishAsync(string code)
    {
        try
        {
            var version = await publish.RunAsync(code, Input.Revision, From!.Value, user.Actor!, Reason);
            return Redirect($"/thu-tuc/{code}?phien-ban={version.Number}");
        }
        catch (RuleBroken broken)
        {
            ModelState.Remove("Input.Revision");
            ModelState.AddModelError(nameof(From), words[broken.Sentence, [.. broken.Values]]);
            return Back();
        }
    }

    private PageResult Conflicted(ProcedureDraft? theirs, ProcedureVersion yours)
    {
        OtherWriter = theirs?.SavedBy ?? words["người khác"];
        Differences = theirs is null ? [] : EditDifferences.Between(theirs.Version, yours, words);
        // Saving again now means: mine, knowing theirs.
        ModelState.Clear();
        Input.Revision = theirs?.Revision ?? 0;
        return Back();
    }

    private PageResult Back()
    {
        EditForm.WithBlankRows(Input);
        return Page();
    }

    private async Task<(ProcedureVersion? Version, long Revision)> OpenAsync(string code)
    {
        Code = code;
        if (await drafts.FindAsync(code, HttpContext.RequestAborted) is { } draft)
            return (draft.Version, draft.Revision);
        return catalog.Versions(code) is [.., var newest] ? (newest, 0) : (null, 0);
    }
}
