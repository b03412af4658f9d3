using System.ComponentModel.DataAnnotations;
using MinhBach.Dossiers;
using MinhBach.Procedures;
using NodaTime;

namespace MinhBach.FrontDesk;

/// <summary>What the officer types and ticks at the counter.</summary>
internal sealed class CounterForm
{
    /// <summary>Made with the page: sent twice, it is one dossier.</summary>
    public string Token { get; set; } = "";

    public ApplicantKind Kind { get; set; } = ApplicantKind.Citizen;

    [Display(Name = "Họ và tên")]
    [Required(ErrorMessage = "Nhập họ và tên người nộp.")]
    [StringLength(200)]
    public string? Name { get; set; }

    [Display(Name = "Số định danh/CCCD")]
    [RegularExpression(@"\s*(\d\s*){9}((\d\s*){3})?", ErrorMessage = "Số định danh có 12 chữ số (CMND cũ: 9).")]
    public string? NationalId { get; set; }

    [Display(Name = "Điện thoại")]
    [RegularExpression(@"\s*\+?(\d[\s.]*){8,15}", ErrorMessage = "Nhập số điện thoại đúng dạng, ví dụ 0912 345 678.")]
    public string? Phone { get; set; }

    [Display(Name = "Ngày sinh")]
    public LocalDate? BirthDate { get; set; }

    [Display(Name = "Thư điện tử")]
    [EmailAddress]
    [StringLength(200)]
    public string? Email { get; set; }

    [Display(Name = "Địa chỉ")]
    [StringLength(500)]
    public string? Address { get; set; }

    [Display(Name = "Tên tổ chức, doanh nghiệp")]
    [StringLength(300)]
    public string? OrganizationName { get; set; }

    [Display(Name = "Mã số thuế")]
    [StringLength(20)]
    public string? TaxCode { get; set; }

    [Display(Name = "Người được ủy quyền nộp")]
    [StringLength(200)]
    public string? Representative { get; set; }

    public List<CheckedPaper> Papers { get; set; } = [];

    public Dictionary<string, string?> Answers { get; set; } = [];

    public string ResultBy { get; set; } = "desk";

    /// <summary>Further needs of a supplement, one a line.</summary>
    [StringLength(2000)]
    public string? More { get; set; }

    /// <summary>For a supplement or a refusal at the counter.</summary>
    [StringLength(2000)]
    public string? Reason { get; set; }

    public void Take(Applicant applicant)
    {
        (Kind, Name, NationalId, BirthDate) = (applicant.Kind, applicant.Name, applicant.NationalId, applicant.BirthDate);
        (Phone, Email, Address) = (applicant.Phone, applicant.Email, applicant.Address);
        (OrganizationName, TaxCode) = (applicant.OrganizationName, applicant.TaxCode);
    }

    public Applicant Applicant() => new(
        Kind, Name!.Trim(), Digits(NationalId), BirthDate, Digits(Phone), Text(Email), Text(Address), Text(OrganizationName), Text(TaxCode), Text(Representative));

    public IReadOnlyList<SubmittedPaper> Handed(ProcedureCase chosen) =>
    [
        .. chosen.Papers.Zip(Papers).Where(pair => pair.Second.Form is not null)
            .Select(pair => new SubmittedPaper(pair.First.Key, pair.First.Name, pair.Second.Form!.Value, Math.Clamp(pair.Second.Count, 1, 99))),
    ];

    public IReadOnlyList<string> Missing(ProcedureCase chosen) =>
        [.. chosen.Papers.Zip(Papers).Where(pair => pair.First.Required && pair.Second.IsMissing).Select(pair => pair.First.Name)];

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private static string? Digits(string? typed) => Text(typed) is { } text ? string.Concat(text.Where(sign => char.IsAsciiDigit(sign) || sign == '+')) : null;
}

/// <summary>A paper as it was checked at the counter.</summary>
internal sealed class CheckedPaper
{
    /// <summary>The name of a <see cref="PaperForm"/>; empty while it is missing, “none” when this case does not need it.</summary>
    public string? State { get; set; }

    public int Count { get; set; } = 1;

    public PaperForm? Form => Enum.TryParse<PaperForm>(State, out var form) && Enum.IsDefined(form) ? form : null;

    public bool IsMissing => Form is null && State != "none";
}
