using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using MinhBach.Shell;

namespace MinhBach.Dossiers;

/// <summary>Where a dossier is looked for by its code.</summary>
[OutputCache(PolicyName = PublicPage.Kept)]
internal sealed class FindPageModel(Words words) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "ma")]
    public string? Code { get; set; }

    public IActionResult OnGet()
    {
        if (Code is null) return Page();
        var code = TrackingLinks.Clean(Code);
        if (TrackingLinks.LooksLikeCode(code)) return Redirect("/tra-cuu/" + code);
        ModelState.AddModelError("ma", words[code.Length == 0 ? "Nhập mã hồ sơ." : "Mã hồ sơ chưa đúng dạng. Mã gồm ba phần nối bằng dấu gạch ngang, ví dụ H26.27-261103-0012."]);
        return Page();
    }
}
