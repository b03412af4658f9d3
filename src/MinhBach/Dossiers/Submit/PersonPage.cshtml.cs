using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace MinhBach.Dossiers;

internal sealed class PersonPageModel(DraftDesk desk) : DraftPage(desk)
{
    public override string Slug => DraftSteps.Person;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? NationalId { get; set; }

    [BindProperty]
    public LocalDate? BirthDate { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? OrganizationName { get; set; }

    [BindProperty]
    public string? TaxCode { get; set; }

    public bool IsBody => Draft.Kind is not (null or ApplicantKind.Citizen);

    public void OnGet()
    {
        if (Draft.Person is not { } person)
        {
            Name = Draft.ByProxy ? null : Desk.Name;
            return;
        }

        (Name, NationalId, BirthDate, Phone) = (person.Name, person.NationalId, person.BirthDate, person.Phone);
        (Email, Address, OrganizationName, TaxCode) = (person.Email, person.Address, person.OrganizationName, person.TaxCode);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Check();
        if (!ModelState.IsValid) return Page();
        return await KeepAsync(draft => draft with
        {
            Person = new(
                Name!.Trim(), FieldChecks.Squeezed(NationalId!), BirthDate, FieldChecks.Squeezed(Phone!), Some(Email), Some(Address),
                IsBody ? Some(OrganizationName) : null, IsBody && Some(TaxCode) is { } code ? FieldChecks.Squeezed(code) : null),
        });
    }

    private void Check()
    {
        if (Some(Name) is not { Length: >= 2 and <= 200 }) Wrong(nameof(Name), "Nhập đầy đủ họ, chữ đệm và tên.");
        if (!FieldChecks.IsNationalId(NationalId ?? "")) Wrong(nameof(NationalId), FieldChecks.NationalIdAdvice);
        if (BirthDate is { } born && (born > Desk.Today || born.Year < 1900)) Wrong(nameof(BirthDate), "Nhập ngày sinh trong quá khứ, ví dụ 02/09/1990.");
        if (!FieldChecks.IsPhone(Phone ?? "")) Wrong(nameof(Phone), FieldChecks.PhoneAdvice);
        if (Some(Email) is { } email && !FieldChecks.IsEmail(email)) Wrong(nameof(Email), FieldChecks.EmailAdvice);
        if (Some(Address) is { Length: > 400 }) Wrong(nameof(Address), "Địa chỉ dài quá {0} ký tự. Hãy viết ngắn lại.", 400);
        if (!IsBody) return;
        if (Some(OrganizationName) is not { Length: >= 2 and <= 300 }) Wrong(nameof(OrganizationName), "Nhập tên cơ quan, tổ chức, doanh nghiệp.");
        if (Some(TaxCode) is { } code && !FieldChecks.IsTaxCode(code)) Wrong(nameof(TaxCode), "Nhập mã số thuế gồm 10, 12 hoặc 13 chữ số.");
    }

    private static string? Some(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
