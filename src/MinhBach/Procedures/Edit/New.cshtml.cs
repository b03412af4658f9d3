using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Accounts;
using MinhBach.Kernel;
using MinhBach.Shell;

namespace MinhBach.Procedures.Edit;

/// <summary>Begins a procedure that the catalogue does not have: a draft, which the editor fills in.</summary>
[Authorize(Policy = Policies.ProceduresEdit)]
public sealed class NewPage(ProcedureCatalog catalog, IServiceProvider services, CurrentUser user, Words words, TimeProvider clock) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Nhập mã thủ tục")]
    [RegularExpression(@"\s*\d{1,2}\.\d{3,6}(\.[0-9A-Z.\-]{1,30})?\s*", ErrorMessage = "Nhập mã gồm số và dấu chấm, ví dụ 1.001193.")]
    public string? NewCode { get; set; }

    [BindProperty, Required(ErrorMessage = "Nhập tên thủ tục"), StringLength(1000)]
    public string? Name { get; set; }

    [BindProperty, Required(ErrorMessage = "Nhập lĩnh vực"), StringLength(200)]
    public string? Field { get; set; }

    [BindProperty]
    public List<ProcedureLevel> Levels { get; set; } = [];

    [BindProperty]
    public List<Audience> Audiences { get; set; } = [];

    public void OnGet()
    {
        // Nothing to prepare: all fields begin empty.
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var code = NewCode?.Trim() ?? "";
        if (Levels.Count == 0) ModelState.AddModelError(nameof(Levels), words["Chọn ít nhất một cấp thực hiện"]);
        if (Audiences.Count == 0) ModelState.AddModelError(nameof(Audiences), words["Chọn thủ tục dành cho ai"]);
        if (catalog.Versions(code).Count > 0) ModelState.AddModelError(nameof(NewCode), words["Đã có thủ tục mã {0}. Mở thủ tục ấy để sửa.", code]);
        if (ModelState.ErrorCount > 0) return Page();
        var saved = await services.GetRequiredService<SaveDraft>().RunAsync(Blank(code), revision: 0, user.Actor!);
        if (!saved.Conflict) return Redirect("/quan-tri/thu-tuc/" + Uri.EscapeDataString(code));
        ModelState.AddModelError(nameof(NewCode), words["{0} đang soạn bản nháp mã {1}. Mở bản ấy để soạn tiếp.", saved.Draft?.SavedBy ?? "–", code]);
        return Page();
    }

    private ProcedureVersion Blank(string code)
    {
        var blank = new ProcedureVersion
        {
            Id = default,
            ProcedureId = default,
            Code = code,
            Number = 1,
            Name = Name!.Trim(),
            Field = Field!.Trim(),
            Levels = Levels,
            Audiences = Audiences,
            OnlineLevel = OnlineLevel.Partial,
            EffectiveFrom = clock.Today(),
            Cases = [new("c1", words["Trường hợp chung"], Term: null, TermText: null, [.. Enum.GetValues<Channel>().Select(channel => new ChannelTerm(channel, null, null, []))], [])],
            ProcessXml = "",
            Source = ProcedureSource.Edited,
        };
        return blank with { Steps = Process.DefaultProcess.Steps(blank) };
    }
}
