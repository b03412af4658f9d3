namespace MinhBach.Procedures.Process;

/// <summary>
/// Processes for procedures that come without one, by level and kind, so that each of them runs on day one.
/// An agency replaces them in the editor with its own.
/// </summary>
internal static class ProcessTemplates
{
    private static readonly StepPlan Receive = new("tiep-nhan", "Tiếp nhận hồ sơ", StepRoles.OneStopOfficer, StepUnits.OneStop, 4,
        "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "Kiểm tra tính đầy đủ, số hóa, chuyển hồ sơ đến đơn vị giải quyết.");

    private static readonly StepPlan Assign = new("phan-cong", "Phân công xử lý", StepRoles.HeadOfUnit, StepUnits.ProcessingUnit, 4, "Phiếu giao việc");
    private static readonly StepPlan Review = new("kiem-tra-du-thao", "Kiểm tra dự thảo kết quả", StepRoles.HeadOfUnit, StepUnits.ProcessingUnit, 8, "Dự thảo đã kiểm tra");
    private static readonly StepPlan Sign = new("ky-duyet", "Ký duyệt kết quả", StepRoles.Leader, StepUnits.Leadership, 10, "Kết quả đã ký");

    private static readonly StepPlan Issue = new("dong-dau-phat-hanh", "Vào sổ, đóng dấu, phát hành", StepRoles.Clerk, StepUnits.ProcessingUnit, 4, "Kết quả có số và dấu");
    private static readonly StepPlan Return = new("tra-ket-qua", "Trả kết quả", StepRoles.OneStopOfficer, StepUnits.OneStop, 3, "Kết quả giao cho người nộp");

    private static readonly StepPlan Consult = new("lay-y-kien", "Lấy ý kiến cơ quan phối hợp", StepRoles.Specialist, StepUnits.ProcessingUnit, 25,
        "Văn bản lấy ý kiến và các ý kiến trả lời", "Gửi câu hỏi kèm thời hạn trả lời; im lặng quá hạn thì báo cáo người đứng đầu.");

    private static readonly StepPlan FieldCheck = new("kiem-tra-thuc-dia", "Xác minh, kiểm tra thực tế", StepRoles.Specialist, StepUnits.ProcessingUnit, 20, "Biên bản xác minh");

    public static IReadOnlyList<StepPlan> For(ProcessKind kind) => kind switch
    {
        ProcessKind.AtTheDesk =>
        [
            Receive,
            new("giai-quyet", "Kiểm tra, lập kết quả", StepRoles.Specialist, StepUnits.ProcessingUnit, 12, "Kết quả chờ ký"),
            Sign,
            Return,
        ],
        ProcessKind.Simple =>
        [
            Receive,
            new("giai-quyet", "Thẩm tra hồ sơ, dự thảo kết quả", StepRoles.Specialist, StepUnits.ProcessingUnit, 40, "Dự thảo kết quả"),
            Sign,
            Issue,
            Return,
        ],
        ProcessKind.Appraisal =>
        [
            Receive,
            Assign,
            new("tham-dinh", "Thẩm định hồ sơ", StepRoles.Specialist, StepUnits.ProcessingUnit, 35, "Phiếu thẩm định"),
            new("du-thao", "Dự thảo kết quả", StepRoles.Specialist, StepUnits.ProcessingUnit, 12, "Dự thảo kết quả"),
            Review,
            Sign,
            Issue,
            Return,
        ],
        ProcessKind.FieldAppraisal =>
        [
            Receive,
            Assign,
            new("tham-dinh", "Thẩm định hồ sơ", StepRoles.Specialist, StepUnits.ProcessingUnit, 20, "Phiếu thẩm định"),
            FieldCheck,
            new("du-thao", "Dự thảo kết quả", StepRoles.Specialist, StepUnits.ProcessingUnit, 12, "Dự thảo kết quả"),
            Review,
            Sign,
            Issue,
            Return,
        ],
        ProcessKind.Interagency =>
        [
            Receive,
            Assign,
            new("tham-dinh", "Thẩm định hồ sơ", StepRoles.Specialist, StepUnits.ProcessingUnit, 20, "Phiếu thẩm định"),
            Consult,
            new("du-thao", "Tổng hợp ý kiến, dự thảo kết quả", StepRoles.Specialist, StepUnits.ProcessingUnit, 12, "Dự thảo kết quả"),
            Review,
            Sign,
            Issue,
            Return,
        ],
        // Luật Khiếu nại 2011, Đ27–32; Luật Tố cáo 2018, Đ28–36.
        ProcessKind.Complaint =>
        [
            new("tiep-nhan-don", "Tiếp nhận, phân loại đơn", StepRoles.OneStopOfficer, StepUnits.OneStop, 6, "Giấy biên nhận đơn"),
            new("thu-ly", "Thụ lý, thông báo thụ lý", StepRoles.HeadOfUnit, StepUnits.ProcessingUnit, 10, "Thông báo thụ lý"),
            new("xac-minh", "Xác minh nội dung", StepRoles.Specialist, StepUnits.ProcessingUnit, 45, "Báo cáo kết quả xác minh"),
            new("doi-thoai", "Đối thoại, làm việc với các bên", StepRoles.HeadOfUnit, StepUnits.ProcessingUnit, 12, "Biên bản đối thoại"),
            new("quyet-dinh", "Ban hành quyết định, kết luận", StepRoles.Leader, StepUnits.Leadership, 12, "Quyết định giải quyết, kết luận nội dung"),
            new("gui-ket-qua", "Gửi và công khai kết quả", StepRoles.Clerk, StepUnits.ProcessingUnit, 5, "Văn bản đã gửi, đã công khai"),
        ],
        ProcessKind.Internal =>
        [
            new("vao-so", "Vào sổ văn bản đến", StepRoles.Clerk, StepUnits.ProcessingUnit, 4, "Văn bản đã vào sổ"),
            Assign,
            new("tham-muu", "Tham mưu xử lý", StepRoles.Specialist, StepUnits.ProcessingUnit, 40, "Tờ trình, dự thảo"),
            Review,
            Sign,
            new("phat-hanh", "Vào sổ, đóng dấu, gửi đi", StepRoles.Clerk, StepUnits.ProcessingUnit, 4, "Văn bản đã phát hành"),
        ],
    };
}

internal enum ProcessKind
{
    /// <summary>Resolved the same day.</summary>
    AtTheDesk,
    Simple,
    Appraisal,
    FieldAppraisal,
    Interagency,
    Complaint,

    /// <summary>Between authorities; no one-stop desk.</summary>
    Internal,
}
