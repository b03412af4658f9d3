using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MinhBach.Kernel;
using MinhBach.Procedures;
using MinhBach.Shell;

namespace MinhBach.Dossiers;

/// <summary>One paper: uploaded, brought to the desk, known to the authorities already, or none.</summary>
[RequestSizeLimit(UploadLimits.RequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadLimits.RequestBytes)]
internal sealed class PaperPageModel(DraftDesk desk, CityDb db, KeepFile keep, RemoveFile remove, IOptions<UploadOptions> limits) : DraftPage(desk)
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public PaperWay? Way { get; set; }

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public override string Slug => string.Create(CultureInfo.InvariantCulture, $"{DraftSteps.Paper}/{Number}");

    public UploadOptions Limits => limits.Value;

    public ProcedurePaper Paper => Case.Papers[Number - 1];

    public IReadOnlyList<FileRow> Kept { get; private set; } = [];

    public IReadOnlyList<Choice> Ways =>
    [
        new(nameof(PaperWay.Upload), Words["Tải tệp lên bây giờ"]),
        new(nameof(PaperWay.Bring), Words["Mang bản giấy đến bộ phận một cửa"]),
        new(nameof(PaperWay.Reuse), Words["Cơ quan nhà nước đã có giấy này"], Words["Dữ liệu đã có trên hệ thống thì bạn không phải nộp lại (Nghị định 118/2025, Điều 17)."]),
        .. Paper.Required ? Array.Empty<Choice>() : [new(nameof(PaperWay.None), Words["Tôi không có, hoặc không thuộc diện phải nộp"])],
    ];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!Exists) return NotFound();
        Way = Draft.Papers.GetValueOrDefault(Paper.Key)?.Way;
        await ReadKeptAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Exists) return NotFound();
        await ReadKeptAsync();
        if (Files.Count > 0 && Way is null) Way = PaperWay.Upload;
        if (Way is null || !Enum.IsDefined(Way.Value) || (Way == PaperWay.None && Paper.Required)) Wrong(nameof(Way), "Chọn cách nộp giấy tờ này.");
        var added = Way == PaperWay.Upload ? await KeepAllAsync() : [];
        if (Way == PaperWay.Upload && added.Count == 0 && Kept.Count == 0 && ModelState.IsValid) Wrong(nameof(Files), "Chọn tệp để tải lên, hoặc chọn cách nộp khác.");
        if (!ModelState.IsValid)
        {
            // What did arrive stays, whatever was wrong with the rest.
            if (added.Count > 0) await KeepAsync(draft => With(draft, PaperWay.Upload, added));
            await ReadKeptAsync();
            return Page();
        }

        return await KeepAsync(draft => With(draft, Way!.Value, added));
    }

    public async Task<IActionResult> OnPostRemoveAsync(long file)
    {
        if (!Exists) return NotFound();
        await remove.RunAsync(Token, file);
        await KeepAsync(draft => draft.Papers.TryGetValue(Paper.Key, out var paper) ? draft with { Papers = Without(draft.Papers, paper, file) } : draft);
        return Redirect(At(Slug));
    }

    private bool Exists => Number >= 1 && Number <= Case.Papers.Count;

    private Draft With(Draft draft, PaperWay way, IReadOnlyList<long> added)
    {
        var before = draft.Papers.GetValueOrDefault(Paper.Key)?.Files ?? [];
        return draft with { Papers = draft.Papers.SetItem(Paper.Key, new(way, before.AddRange(added))) };
    }

    private ImmutableDictionary<string, DraftPaper> Without(ImmutableDictionary<string, DraftPaper> papers, DraftPaper paper, long file)
    {
        var left = paper.Files.Remove(file);
        return left.IsEmpty && paper.Way == PaperWay.Upload ? papers.Remove(Paper.Key) : papers.SetItem(Paper.Key, paper with { Files = left });
    }

    private async Task<List<long>> KeepAllAsync()
    {
        var added = new List<long>();
        foreach (var file in Files)
        {
            try
            {
                await using var content = file.OpenReadStream();
                added.Add(await keep.RunAsync(Token, new(file.FileName, content), HttpContext.RequestAborted));
            }
            catch (RuleBroken broken)
            {
                Wrong(nameof(Files), broken);
            }
        }

        return added;
    }

    private async Task ReadKeptAsync()
    {
        var ids = Draft.Papers.GetValueOrDefault(Paper.Key)?.Files ?? [];
        Kept = ids.IsEmpty ? [] : await db.Set<FileRow>().Where(file => file.Draft == Token && ids.Contains(file.Id)).OrderBy(file => file.Id).ToListAsync();
    }
}
