using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Accounts;
using MinhBach.Kernel;
using MinhBach.Mining.Imported;
using MinhBach.Mining.Mapping;
using MinhBach.ProcessMining;
using MinhBach.Shell;

namespace MinhBach.Mining.Wizard;

/// <summary>Second page of bringing a log in: what is what in it, what comes of it, and then how far it is.</summary>
[Authorize(Policies.LogsImport)]
internal sealed class PreviewPage(StagedLogs staged, ImportWorker worker, ImportedLogs logs, CurrentUser user, Words words) : PageModel
{
    private const string Import = "nap";

    public StagedLog Staged { get; private set; } = null!;

    /// <summary>The columns of a CSV file; null for formats that name their own.</summary>
    public IReadOnlyList<string>? Header { get; private set; }

    public IReadOnlyList<string> Attributes { get; private set; } = [];

    /// <summary>What the file tells by the map; null while the map does not fit.</summary>
    public LogPreview? Preview { get; private set; }

    /// <summary>While it is brought in: how many cases are done with, of how many; null before the first is.</summary>
    public ImportedFile? Running { get; private set; }

    [BindProperty]
    public WizardFields Fields { get; set; } = new();

    [BindProperty(Name = "viec")]
    public string? Act { get; set; }

    public async Task<IActionResult> OnGetAsync([FromRoute(Name = "ban")] string token, CancellationToken cancellation)
    {
        if (staged.Find(token) is not { } found) return NotFound();
        (Staged, Fields) = (found, WizardFields.Of(found.Map));
        if (found.IsDone) return Redirect(ImportedAddress.Of(found.Map.Source.Slug));
        if (found.IsQueued)
        {
            Running = (await logs.SourceAsync(found.Map.Source.Slug, cancellation))?.Files.LastOrDefault(file => file.FinishedAt is null);
            return Page();
        }

        if (found.Failure is { } failure) ModelState.AddModelError("", words[failure.Sentence, [.. failure.Values]]);
        await LookAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute(Name = "ban")] string token, CancellationToken cancellation)
    {
        if (staged.Find(token) is not { } found) return NotFound();
        if (found.IsQueued || found.IsDone) return Redirect(found.Address);
        Staged = found with { Map = Fields.On(found.Map), Failure = null };
        await LookAsync(cancellation);
        if (Act == Import && ModelState.ErrorCount == 0) await CheckSlugAsync(cancellation);
        if (ModelState.ErrorCount > 0) return Page();
        staged.Save(Staged);
        if (Act == Import) worker.Enqueue(Staged, user.Actor!);
        return Redirect(found.Address);
    }

    private async Task CheckSlugAsync(CancellationToken cancellation)
    {
        if (await logs.SourceAsync(Staged.Map.Source.Slug, cancellation) is { } known && LogMapFile.Write(known.Map) != LogMapFile.Write(Staged.Map))
            ModelState.AddModelError(WizardFields.NameOf("source.slug"), words["Nguồn “{0}” đã nạp theo một sơ đồ cột khác. Dùng đúng sơ đồ ấy, hoặc đặt tên đường dẫn (source.slug) khác.", known.Slug]);
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        await using var file = System.IO.File.OpenRead(staged.PathOf(Staged.Token));
        try
        {
            await Task.Run(
                () =>
                {
                    (Header, Attributes) = LogMapGuess.ColumnsOf(file, WizardLimits.Log);
                    file.Position = 0;
                    Preview = LogPreview.Of(file, Staged.FileName, LogMapRules.Checked(Staged.Map));
                },
                cancellation);
        }
        catch (RuleBroken refused)
        {
            ModelState.AddModelError(refused.Values is [string field, ..] ? WizardFields.NameOf(field) : "", words.Say(refused));
        }
        catch (LogFormatException refused)
        {
            ModelState.AddModelError("", words["Không đọc được “{0}” như một nhật ký: {1}", Staged.FileName, refused.Message]);
        }
    }
}
