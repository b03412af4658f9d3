using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MinhBach.Kernel;
using MinhBach.Shell;

namespace MinhBach.Dossiers;

/// <summary>The applicant answers a supplement request, thing by thing, and sends it once.</summary>
[RequestSizeLimit(UploadLimits.RequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadLimits.RequestBytes)]
internal sealed class SupplementPageModel(
    DossierLookup dossiers, DossierSight sight, CityDb db, KeepFile keep, RemoveFile remove, SupplyPapers supply, IOptions<UploadOptions> limits, Words words)
    : TrackedPage(dossiers, sight, words)
{
    public UploadOptions Limits => limits.Value;

    public SupplementView? Asked => Dossier.Supplement;

    public IReadOnlyList<IReadOnlyList<FileRow>> Kept { get; private set; } = [];

    /// <summary>The things that are brought to the desk instead.</summary>
    [BindProperty]
    public List<int> Brought { get; set; } = [];

    public static string FieldOf(int item) => string.Create(CultureInfo.InvariantCulture, $"Files-{item}");

    public async Task<IActionResult> OnGetAsync()
    {
        if (Asked is null) return Redirect("/tra-cuu/" + Dossier.Code);
        await ReadKeptAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Asked is not { } asked) return Redirect("/tra-cuu/" + Dossier.Code);
        await KeepAllAsync(asked);
        await ReadKeptAsync();
        for (var item = 0; item < asked.Items.Count; item++)
        {
            if (Kept[item].Count == 0 && !Brought.Contains(item) && ModelState.GetFieldValidationState(FieldOf(item)) != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
                Wrong(FieldOf(item), "Tải tệp cho “{0}”, hoặc đánh dấu sẽ mang bản giấy đến.", asked.Items[item]);
        }

        if (!ModelState.IsValid) return Page();
        try
        {
            var once = new IdempotencyKey(SupplementFiles.DraftOf(Dossier.Id, asked.AskedAt, asked.Items.Count), "");
            await supply.RunAsync(Dossier.Id, Papers(asked), Applicants.Actor, revision: null, once);
            return Redirect("/tra-cuu/" + Dossier.Code);
        }
        catch (RuleBroken broken)
        {
            Wrong("", broken);
            return Page();
        }
    }

    public async Task<IActionResult> OnPostRemoveAsync(int item, long file)
    {
        if (Asked is { } asked && item >= 0 && item < asked.Items.Count) await remove.RunAsync(SupplementFiles.DraftOf(Dossier.Id, asked.AskedAt, item), file);
        return Redirect($"/tra-cuu/{Dossier.Code}/bo-sung");
    }

    private async Task KeepAllAsync(SupplementView asked)
    {
        for (var item = 0; item < asked.Items.Count; item++)
        {
            foreach (var file in Request.Form.Files.GetFiles(FieldOf(item)).Where(file => file.FileName.Length > 0))
            {
                try
                {
                    await using var content = file.OpenReadStream();
                    await keep.RunAsync(SupplementFiles.DraftOf(Dossier.Id, asked.AskedAt, item), new(file.FileName, content), HttpContext.RequestAborted);
                }
                catch (RuleBroken broken)
                {
                    Wrong(FieldOf(item), broken);
                }
            }
        }
    }

    private IReadOnlyList<SubmittedPaper> Papers(SupplementView asked) =>
    [
        .. asked.Items.SelectMany((name, item) => Kept[item].Count > 0
            ? Kept[item].Select(file => new SubmittedPaper(KeyOf(item), name, PaperForm.Digital, 1, file.Id))
            : [new SubmittedPaper(KeyOf(item), name, PaperForm.Original)]),
    ];

    private static string KeyOf(int item) => string.Create(CultureInfo.InvariantCulture, $"supplement-{item + 1}");

    private async Task ReadKeptAsync()
    {
        var asked = Asked!;
        string[] drafts = [.. asked.Items.Select((_, item) => SupplementFiles.DraftOf(Dossier.Id, asked.AskedAt, item))];
        var files = await db.Set<FileRow>().Where(file => drafts.Contains(file.Draft)).OrderBy(file => file.Id).ToListAsync();
        Kept = [.. drafts.Select(draft => files.Where(file => file.Draft == draft).ToList())];
    }
}
