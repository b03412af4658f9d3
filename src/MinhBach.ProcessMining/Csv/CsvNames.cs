namespace MinhBach.ProcessMining;

/// <summary>Usual names of columns, the likeliest first. Compared without regard to case, blanks, underscores and hyphens.</summary>
internal static class CsvNames
{
    public const string CasePrefix = "case:";

    public static readonly string[] Case =
        ["case:concept:name", "caseid", "case", "traceid", "mã hồ sơ", "mahoso", "số hồ sơ", "sohoso", "hồ sơ", "hoso", "dossierid", "dossier"];

    public static readonly string[] Activity =
        ["concept:name", "activity", "activityname", "task", "event", "step", "bước", "buoc", "công việc", "congviec", "hoạt động", "hoatdong"];

    public static readonly string[] Time =
        ["time:timestamp", "timestamp", "time", "completetimestamp", "datetime", "date", "thời gian", "thoigian", "thời điểm", "thoidiem", "ngày", "ngay", "ngày giờ", "ngaygio"];

    public static readonly string[] Resource =
        ["org:resource", "resource", "user", "person", "actor", "cán bộ", "canbo", "người thực hiện", "nguoithuchien", "người xử lý", "nguoixuly"];

    public static readonly string[] Unit =
        ["org:group", "group", "unit", "department", "đơn vị", "donvi", "phòng ban", "phongban", "cơ quan", "coquan"];

    public static readonly string[] Lifecycle = ["lifecycle:transition", "lifecycle", "transition", "trạng thái", "trangthai"];

    public static readonly string[] Instance = ["concept:instance", "instance", "activityinstance"];

    public static string? Find(IReadOnlyList<string> header, string[] names) =>
        names.Select(name => header.FirstOrDefault(column => Plain(column) == Plain(name))).FirstOrDefault(column => column is not null);

    private static string Plain(string name) => string.Concat(name.Normalize().Where(character => character is not (' ' or '_' or '-'))).ToLowerInvariant();
}
