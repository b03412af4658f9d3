using MinhBach.Shell;
using MinhBach.WorkingTime;

namespace MinhBach.Procedures;

/// <summary>Levels, channels, terms and roles in the reader's language.</summary>
public static class ProcedureWords
{
    public static string Of(Words words, ProcedureLevel level) => level switch
    {
        ProcedureLevel.Central => words["Cấp bộ"],
        ProcedureLevel.Province => words["Cấp thành phố"],
        ProcedureLevel.District => words["Cấp huyện (trước 1/7/2025)"],
        ProcedureLevel.Commune => words["Cấp xã, phường"],
        ProcedureLevel.Other => words["Cơ quan khác"],
    };

    public static string Of(Words words, Audience audience) => audience switch
    {
        Audience.Citizen => words["Công dân"],
        Audience.Enterprise => words["Doanh nghiệp, hợp tác xã"],
        Audience.Organization => words["Tổ chức"],
        Audience.StateAgency => words["Cơ quan nhà nước, cán bộ, công chức"],
        Audience.Foreigner => words["Người, tổ chức nước ngoài"],
        Audience.Other => words["Đối tượng khác"],
    };

    public static string Of(Words words, Channel channel) => channel switch
    {
        Channel.Direct => words["Trực tiếp"],
        Channel.Online => words["Trực tuyến"],
        Channel.Post => words["Bưu chính công ích"],
    };

    public static string Of(Words words, OnlineLevel level) => level switch
    {
        OnlineLevel.None => words["Chưa làm được trực tuyến"],
        OnlineLevel.Partial => words["Trực tuyến một phần"],
        OnlineLevel.Full => words["Trực tuyến toàn trình"],
        OnlineLevel.Level3 => words["Mức độ 3 (thang cũ)"],
        OnlineLevel.Level4 => words["Mức độ 4 (thang cũ)"],
    };

    /// <summary>“3 ngày làm việc”; a dash where no term is stated.</summary>
    public static string Of(Words words, Term? term) => term is null ? words["Không nêu thời hạn"] : term.Unit switch
    {
        TermUnit.WorkingHours => words["{0} giờ làm việc", words.Number(term.Amount)],
        TermUnit.WorkingDays => words["{0} ngày làm việc", words.Number(term.Amount)],
        TermUnit.Days => words["{0} ngày", words.Number(term.Amount)],
        TermUnit.Weeks => words["{0} tuần", words.Number(term.Amount)],
        TermUnit.Months => words["{0} tháng", words.Number(term.Amount)],
        TermUnit.SameDay => words["Trong ngày"],
    };

    /// <summary>Who takes a step, in words.</summary>
    public static string Role(Words words, string role) => role switch
    {
        StepRoles.OneStopOfficer => words["Cán bộ một cửa"],
        StepRoles.Specialist => words["Chuyên viên"],
        StepRoles.HeadOfUnit => words["Trưởng phòng"],
        StepRoles.Leader => words["Lãnh đạo cơ quan"],
        StepRoles.Clerk => words["Văn thư"],
        _ => role,
    };

    /// <summary>Which unit takes a step, in words.</summary>
    public static string Unit(Words words, string rule) => rule switch
    {
        StepUnits.OneStop => words["Bộ phận một cửa"],
        StepUnits.ProcessingUnit => words["Đơn vị giải quyết"],
        StepUnits.Leadership => words["Lãnh đạo"],
        _ => rule,
    };
}
