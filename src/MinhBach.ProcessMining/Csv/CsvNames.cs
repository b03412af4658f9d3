namespace MinhBach.ProcessMining;

/// <summary>Usual names of columns, the likeliest first. Compared by <see cref="PlainName"/>.</summary>
internal static class CsvNames
{
    public const string CasePrefix = "case:";

    public static readonly string[] Case = ["case:concept:name", "case id", "case", "trace id", "mã hồ sơ", "số hồ sơ", "hồ sơ", "dossier id", "dossier"];

    public static readonly string[] Activity = ["concept:name", "activity", "activity name", "task", "event", "step", "bước", "công việc", "hoạt động"];

    public static readonly string[] Time =
        ["time:timestamp", "timestamp", "time", "complete timestamp", "end timestamp", "date time", "date", "thời gian", "thời điểm", "ngày", "ngày giờ", "start timestamp"];

    public static readonly string[] Resource = ["org:resource", "resource", "user", "person", "actor", "cán bộ", "người thực hiện", "người xử lý"];

    public static readonly string[] Unit = ["org:group", "group", "unit", "department", "đơn vị", "phòng ban", "cơ quan"];

    public static readonly string[] Lifecycle = ["lifecycle:transition", "lifecycle", "transition", "trạng thái"];

    public static readonly string[] Instance = ["concept:instance", "instance", "activity instance"];
}
