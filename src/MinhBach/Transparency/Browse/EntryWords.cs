namespace MinhBach.Transparency.Browse;

/// <summary>What entries are called.</summary>
internal static class EntryWords
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["dossier.submitted"] = "Nộp hồ sơ",
        ["dossier.received"] = "Tiếp nhận hồ sơ",
        ["dossier.declined"] = "Không tiếp nhận hồ sơ",
        ["dossier.supplementRequested"] = "Yêu cầu bổ sung hồ sơ",
        ["dossier.supplemented"] = "Đã bổ sung hồ sơ",
        ["dossier.dueChanged"] = "Ngày hẹn thay đổi",
        ["dossier.stepOpened"] = "Bắt đầu một bước",
        ["dossier.stepAssigned"] = "Giao bước cho người làm",
        ["dossier.stepDueMoved"] = "Hạn của bước thay đổi",
        ["dossier.stepDone"] = "Xong một bước",
        ["dossier.stepReturned"] = "Trả lại bước trước",
        ["dossier.stepCancelled"] = "Bước không làm tiếp",
        ["dossier.opinionAsked"] = "Hỏi ý kiến cơ quan khác",
        ["dossier.opinionGiven"] = "Cơ quan khác trả lời",
        ["dossier.paymentAsked"] = "Yêu cầu nộp phí, lệ phí",
        ["dossier.paid"] = "Đã nộp phí, lệ phí",
        ["dossier.completed"] = "Có kết quả",
        ["dossier.resultReturned"] = "Đã trả kết quả",
        ["dossier.withdrawn"] = "Người nộp rút hồ sơ",
        ["dossier.stopped"] = "Dừng giải quyết",
        ["dossier.errorFound"] = "Phát hiện sai sót của cơ quan",
        ["dossier.errorCorrected"] = "Đã sửa sai sót",
        [EntryTypes.Sealed] = "Một việc trong hồ sơ được giữ kín",
        [EntryTypes.Began] = "Nhật ký bắt đầu",
        [EntryTypes.Key] = "Khóa ký nhật ký",
        [EntryTypes.Policy] = "Những thủ tục được giữ kín",
        [EntryTypes.Calendar] = "Lịch làm việc của một năm",
        [EntryTypes.Agency] = "Cơ quan và các đơn vị",
        [EntryTypes.RuleSet] = "Bộ quy tắc về thời hạn",
        [EntryTypes.Statistic] = "Công bố số liệu",
        [EntryTypes.StatisticCorrected] = "Đính chính số liệu",
        [EntryTypes.Report] = "Công bố báo cáo",
        [EntryTypes.ReportCorrected] = "Đính chính báo cáo",
        ["procedure.published"] = "Công bố thủ tục",
        ["catalogue.imported"] = "Nạp danh mục thủ tục",
        ["organization.calendar-changed"] = "Lịch làm việc thay đổi",
    };

    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        [EntryReasons.Extended] = "xin lỗi và gia hạn",
        [EntryReasons.Paused] = "tạm dừng tính giờ",
        [EntryReasons.Resumed] = "tính giờ tiếp",
        [EntryReasons.Restarted] = "tính lại từ đầu",
        [EntryReasons.Recalculated] = "lịch làm việc thay đổi",
        [EntryReasons.BeforeReception] = "trước khi tiếp nhận",
        [EntryReasons.AfterReception] = "sau khi tiếp nhận",
        ["direct"] = "trực tiếp",
        ["online"] = "trực tuyến",
        ["post"] = "qua bưu chính",
        ["granted"] = "được giải quyết",
        ["refused"] = "từ chối giải quyết",
    };

    /// <summary>Vietnamese name of a kind of entry; changes in the organisation have one for all.</summary>
    public static string Name(string type) => Names.GetValueOrDefault(type, type.StartsWith("organization.", StringComparison.Ordinal) ? "Tổ chức bộ máy thay đổi" : type);

    /// <summary>Vietnamese words for a class of reasons; the class itself where it is not known.</summary>
    public static string? Reason(string? reason) => reason is null ? null : Reasons.GetValueOrDefault(reason, reason);
}
