using System.ComponentModel;
using NodaTime;

namespace MinhBach.Dossiers.Api;

/// <summary>A dossier to hand in.</summary>
internal sealed record NewDossier
{
    [Description("Mã thủ tục, ví dụ 1.004873.")]
    public string? Procedure { get; init; }

    [Description("Khóa trường hợp; bỏ trống là trường hợp đầu tiên của thủ tục.")]
    public string? Case { get; init; }

    [Description("Mã cơ quan giải quyết; với xã, phường là mã đơn vị hành chính năm chữ số.")]
    public string? Agency { get; init; }

    [Description("Người hoặc tổ chức đề nghị.")]
    public NewApplicant? Applicant { get; init; }

    [Description("Câu trả lời của biểu mẫu, theo khóa trường.")]
    public Dictionary<string, string>? Answers { get; init; }

    [Description("Giấy tờ nộp kèm.")]
    public List<NewPaper>? Papers { get; init; }

    [Description("Cách nhận kết quả: desk (tại quầy), post (bưu chính) hoặc electronic (điện tử).")]
    public string? ResultBy { get; init; }
}

/// <summary>Who applies.</summary>
internal sealed record NewApplicant
{
    public ApplicantKind Kind { get; init; } = ApplicantKind.Citizen;

    public string? Name { get; init; }

    [Description("Số định danh cá nhân, 12 chữ số.")]
    public string? NationalId { get; init; }

    public LocalDate? BirthDate { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Address { get; init; }

    public string? OrganizationName { get; init; }

    public string? TaxCode { get; init; }

    public string? Representative { get; init; }
}

/// <summary>A paper handed in.</summary>
internal sealed record NewPaper
{
    [Description("Khóa giấy tờ trong thành phần hồ sơ của trường hợp.")]
    public string? Key { get; init; }

    public PaperForm Form { get; init; } = PaperForm.Original;

    public int Count { get; init; } = 1;
}
