using Microsoft.AspNetCore.Mvc;
using MinhBach.Kernel;
using MinhBach.Shell;

namespace MinhBach.Dossiers;

/// <summary>The applicant takes the dossier back (NĐ 118/2025 Đ21): a reason and a second look.</summary>
internal sealed class WithdrawPageModel(DossierLookup dossiers, DossierSight sight, WithdrawDossier withdraw, Words words) : TrackedPage(dossiers, sight, words)
{
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public bool Confirmed { get; set; }

    [BindProperty]
    public long Revision { get; set; }

    public bool CanWithdraw => !Dossier.Status.IsClosed() && Dossier.Status != DossierStatus.Completed;

    public void OnGet() => Revision = Dossier.Revision;

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Reason)) Wrong(nameof(Reason), "Nêu lý do rút hồ sơ.");
        else if (Reason.Length > RequiredText.MaxLength) Wrong(nameof(Reason), "Nội dung dài quá {0} ký tự.", RequiredText.MaxLength);
        if (!Confirmed) Wrong(nameof(Confirmed), "Đánh dấu xác nhận rút hồ sơ.");
        if (!ModelState.IsValid) return Page();
        try
        {
            await withdraw.RunAsync(Dossier.Id, Reason!, Applicants.Actor, Revision);
            return Redirect("/tra-cuu/" + Dossier.Code);
        }
        catch (RuleBroken broken)
        {
            Wrong("", broken);
            // Somebody worked on it meanwhile: what they did is read before the next try.
            await ReadAsync();
            ModelState.Remove(nameof(Revision));
            Revision = Dossier.Revision;
            return Page();
        }
    }
}
