using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Accounts;
using MinhBach.Kernel;
using MinhBach.Shell;

namespace MinhBach.Dossiers;

/// <summary>
/// One thing done with a dossier: shown only to whoever may do it now, refused in words with everything typed kept, and
/// told both versions when somebody else was faster.
/// </summary>
[Authorize(Policies.Staff)]
internal abstract class ActionPage(DossierRoom room) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "buoc")]
    public int? Task { get; set; }

    /// <summary>The revision that the person saw.</summary>
    [BindProperty(Name = "ban")]
    public long? Revision { get; set; }

    /// <summary>The newest journal entry that the person saw.</summary>
    [BindProperty(Name = "dong")]
    public long? SeenEntry { get; set; }

    [TempData]
    public string? Said { get; set; }

    public DossierView Dossier { get; private set; } = null!;

    public StepView? Step { get; private set; }

    public Conflict? Conflict { get; private set; }

    public DossierRoom Room => room;

    public Words Words => room.Words;

    protected Actor Actor => room.User.Actor!;

    public abstract DossierAction Action { get; }

    public virtual string Title => Words[Action.Name()];

    public virtual string Button => Words[Action.Name()];

    /// <summary>Whether the button warns: what it does cannot be taken back.</summary>
    public virtual bool IsFinal => false;

    /// <summary>Said on the dossier's page afterwards.</summary>
    protected virtual string Done => Words["Đã ghi nhận: {0}.", Title];

    /// <summary>Where to go afterwards.</summary>
    protected virtual string Next => "/ho-so/" + Dossier.Code;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation) => await OpenAsync(code, cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellation)
    {
        if (await OpenAsync(code, cancellation) is { } other) return other;
        Check();
        if (!ModelState.IsValid) return Page();
        try
        {
            await ActAsync();
        }
        catch (RuleBroken broken)
        {
            ModelState.AddModelError("", Words.Say(broken));
            if (broken.Code == "dossier.changed") Conflict = Dossiers.Conflict.Since(SeenEntry, Dossier);
            return Page();
        }

        Said = Done;
        return Redirect(Next);
    }

    /// <summary>What the page offers to choose from; called when the dossier is open.</summary>
    protected virtual void Prepare()
    {
    }

    /// <summary>Adds what is wrong with the input.</summary>
    protected virtual void Check()
    {
    }

    protected abstract Task ActAsync();

    protected void RequireText(string name, string? text, string demand)
    {
        if (string.IsNullOrWhiteSpace(text)) ModelState.AddModelError(name, demand);
        else if (text.Trim().Length > RequiredText.MaxLength) ModelState.AddModelError(name, Words["Nội dung dài quá {0} ký tự.", RequiredText.MaxLength]);
    }

    private async Task<IActionResult?> OpenAsync(string code, CancellationToken cancellation)
    {
        if (await room.Access.FindAsync(code, cancellation) is not var (dossier, seen)) return NotFound();
        if (!seen) return Forbid();
        Dossier = dossier;
        Step = Task is { } number ? dossier.Steps.FirstOrDefault(step => step.Task == number) : null;
        if (!room.ActionsFor(dossier).Any(action => action.Action == Action && action.Step?.Task == Step?.Task))
        {
            // Somebody may have done it a moment ago: that is news, not a mistake.
            if (SeenEntry is not null && dossier.Revision != Revision)
            {
                ModelState.AddModelError("", Words.Say(DossierDesk.Changed()));
                Conflict = Dossiers.Conflict.Since(SeenEntry, dossier);
                Prepare();
                return Page();
            }

            TempData["Told"] = Words["Việc “{0}” hiện không làm được với hồ sơ này.", Title];
            return Redirect("/ho-so/" + dossier.Code);
        }

        Prepare();
        return null;
    }
}
