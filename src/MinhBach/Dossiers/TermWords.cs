using MinhBach.Procedures;
using MinhBach.Shell;
using MinhBach.WorkingTime;

namespace MinhBach.Dossiers;

/// <summary>Terms, sizes and fees in words for people.</summary>
internal static class TermWords
{
    public static string Term(this Words words, Term term) => ProcedureWords.Of(words, term);

    /// <summary>1,4 MB or 320 KB.</summary>
    public static string Size(this Words words, long bytes) =>
        bytes >= 1_048_576 ? words.Number(bytes / 1_048_576m, 1) + "\u00a0MB" : words.Number(Math.Ceiling(bytes / 1024m), 0) + "\u00a0KB";

    public static string ResultWay(this Words words, string way) => way switch
    {
        "post" => words["Qua bưu chính công ích"],
        "electronic" => words["Bản điện tử"],
        _ => words["Tại bộ phận một cửa"],
    };

    public static string ApplicantKind(this Words words, ApplicantKind kind) => kind switch
    {
        Dossiers.ApplicantKind.Citizen => words["Công dân"],
        Dossiers.ApplicantKind.Enterprise => words["Doanh nghiệp"],
        Dossiers.ApplicantKind.StateAgency => words["Cơ quan nhà nước"],
        Dossiers.ApplicantKind.Organization => words["Tổ chức"],
        Dossiers.ApplicantKind.Other => words["Khác"],
    };

    public static string PaperForm(this Words words, PaperForm form) => form switch
    {
        Dossiers.PaperForm.Original => words["Bản chính"],
        Dossiers.PaperForm.Copy => words["Bản sao"],
        Dossiers.PaperForm.Digital => words["Bản điện tử"],
        Dossiers.PaperForm.Reused => words["Dùng lại dữ liệu đã có"],
    };
}
