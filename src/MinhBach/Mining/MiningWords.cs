using MinhBach.ProcessMining;
using MinhBach.Shell;

namespace MinhBach.Mining;

/// <summary>What a report calls things, for the command line, the page and the HTML file.</summary>
internal static class MiningWords
{
    public static string Name(this Words words, LogFormat format) => format switch
    {
        LogFormat.Xes => "XES",
        LogFormat.Csv => "CSV",
        LogFormat.OcelJson => "OCEL 2.0 (JSON)",
        LogFormat.OcelXml => "OCEL 2.0 (XML)",
    };

    public static string Name(this Words words, LogStanding standing) => words[standing switch
    {
        LogStanding.OnTime => "Đúng hạn",
        LogStanding.Late => "Quá hạn",
        LogStanding.Undue => "Xong, không có hạn",
        LogStanding.Open => "Chưa xong",
        LogStanding.Broken => "Ngày không đọc được",
    }];

    public static string Name(this Words words, LogLifecycle moment) => words[moment switch
    {
        LogLifecycle.Complete => "xong",
        LogLifecycle.Start => "bắt đầu",
        LogLifecycle.Other => "diễn biến khác",
    }];

    /// <summary>Where something is wrong, as far as it is known.</summary>
    public static string Told(this Words words, FoundPlace place) =>
        string.Join(", ", new[] { place.Line == 0 ? null : words["dòng {0}", place.Line], place.Case, place.Value }.OfType<string>());

    public static string Name(this Words words, LogProblemKind kind) => words[kind switch
    {
        LogProblemKind.MissingCaseId => "Vụ việc không có mã: đặt cho một mã riêng",
        LogProblemKind.DuplicateCaseId => "Mã vụ việc trùng với một vụ việc trước",
        LogProblemKind.EmptyCase => "Vụ việc không có sự kiện nào",
        LogProblemKind.MissingActivity => "Sự kiện không nói đã làm gì: bỏ qua",
        LogProblemKind.MissingTime => "Sự kiện không có thời điểm",
        LogProblemKind.BrokenDate => "Ngày giờ không đọc được",
        LogProblemKind.DateWithoutOffset => "Ngày giờ không có múi giờ: đọc theo múi giờ đã chọn",
        LogProblemKind.OutOfOrder => "Sự kiện đứng sau một sự kiện muộn hơn: đã xếp lại",
        LogProblemKind.EndBeforeStart => "Việc kết thúc trước khi bắt đầu",
        LogProblemKind.DuplicateEvent => "Sự kiện giống hệt một sự kiện trước",
        LogProblemKind.EventOutsideCase => "Sự kiện không thuộc vụ việc nào: bỏ qua",
        LogProblemKind.BrokenAttribute => "Thuộc tính thiếu tên hoặc giá trị: bỏ qua",
        LogProblemKind.DuplicateAttribute => "Thuộc tính lặp lại: lấy giá trị đầu",
        LogProblemKind.UnknownElement => "Phần tử lạ: bỏ qua",
        LogProblemKind.WrongColumnCount => "Dòng thừa hoặc thiếu cột: bỏ qua",
        LogProblemKind.BrokenRow => "Dòng hỏng: bỏ qua",
        LogProblemKind.MissingId => "Thiếu mã hoặc loại: bỏ qua",
        LogProblemKind.DuplicateId => "Mã trùng: lấy cái đầu",
        LogProblemKind.DanglingReference => "Nhắc đến đối tượng không có trong tệp: bỏ qua",
        LogProblemKind.UndeclaredType => "Loại chưa được khai báo",
        LogProblemKind.DuplicateRelation => "Quan hệ lặp lại: lấy cái đầu",
        LogProblemKind.EventWithoutObject => "Sự kiện không thuộc đối tượng nào",
        LogProblemKind.CutOff => "Tệp bị cắt giữa chừng: phần trước đó đã đọc",
        LogProblemKind.Damaged => "Tệp hỏng từ chỗ này: phần trước đó đã đọc",
    }];
}
