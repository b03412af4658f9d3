using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Accounts;
using MinhBach.Kernel;
using MinhBach.Shell;

namespace MinhBach.Mining.Wizard;

/// <summary>First page of bringing a log in: the file.</summary>
[Authorize(Policies.LogsImport)]
[RequestSizeLimit(WizardLimits.RequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = WizardLimits.RequestBytes)]
internal sealed class UploadPage(StagedLogs staged, Words words) : PageModel
{
    private const int LongestName = 200;

    [BindProperty]
    public IFormFile? Log { get; set; }

    public void OnGet()
    {
        // Nothing to prepare.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Log is null || Log.Length == 0) ModelState.AddModelError(nameof(Log), words["Chọn tệp nhật ký"]);
        else if (Log.Length > WizardLimits.FileBytes) ModelState.AddModelError(nameof(Log), words["Tệp lớn hơn {0} MB. Nạp bằng lệnh: minhbach import log.", WizardLimits.Megabytes]);
        if (ModelState.ErrorCount > 0) return Page();
        try
        {
            await using var upload = Log!.OpenReadStream();
            var name = Path.GetFileName(Log.FileName);
            return Redirect((await staged.KeepAsync(upload, name.Length <= LongestName ? name : name[..LongestName], cancellation)).Address);
        }
        catch (RuleBroken refused)
        {
            ModelState.AddModelError(nameof(Log), words.Say(refused));
            return Page();
        }
    }
}
