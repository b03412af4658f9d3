using Microsoft.AspNetCore.Mvc;

namespace MinhBach.Dossiers;

/// <summary>Who fills the dossier in under an authorisation (NĐ 118/2025 Đ15).</summary>
internal sealed class ProxyPageModel(DraftDesk desk) : DraftPage(desk)
{
    public override string Slug => DraftSteps.Proxy;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? NationalId { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Basis { get; set; }

    public void OnGet()
    {
        if (Draft.Proxy is { } proxy) (Name, NationalId, Phone, Basis) = (proxy.Name, proxy.NationalId, proxy.Phone, proxy.Basis);
        else Name = Desk.Name;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Name?.Trim() is not { Length: >= 2 and <= 200 }) Wrong(nameof(Name), "Nhập đầy đủ họ, chữ đệm và tên.");
        if (!FieldChecks.IsNationalId(NationalId ?? "")) Wrong(nameof(NationalId), FieldChecks.NationalIdAdvice);
        if (!FieldChecks.IsPhone(Phone ?? "")) Wrong(nameof(Phone), FieldChecks.PhoneAdvice);
        if (Basis?.Trim() is not { Length: >= 2 and <= 300 }) Wrong(nameof(Basis), "Nhập số, ngày và nơi lập giấy ủy quyền.");
        if (!ModelState.IsValid) return Page();
        return await KeepAsync(draft => draft with { Proxy = new(Name!.Trim(), FieldChecks.Squeezed(NationalId!), FieldChecks.Squeezed(Phone!), Basis!.Trim()) });
    }
}
