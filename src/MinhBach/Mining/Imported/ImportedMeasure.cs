using MinhBach.ProcessMining;

namespace MinhBach.Mining.Imported;

/// <summary>A count of cases on the board of another system's log, and which cases it counts: the one definition for the tile and its list.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">What people call it (a Vietnamese sentence for the words).</param>
/// <param name="Meaning">What it counts, in words.</param>
/// <param name="Counts">Whether a case counts.</param>
internal sealed record ImportedMeasure(string Slug, string Name, string Meaning, Func<ImportedLine, bool> Counts);

/// <summary>All of them; they count as <see cref="LogCounts"/> does.</summary>
internal static class ImportedMeasures
{
    public static ImportedMeasure All { get; } = new("tat-ca", "Vụ việc", "Mọi vụ việc trong các tệp đã nạp.", _ => true);

    public static ImportedMeasure Closed { get; } = new(
        "da-xong", "Đã xong", "Vụ việc có ngày xong đọc được.", line => line.Dates.Standing is LogStanding.OnTime or LogStanding.Late or LogStanding.Undue);

    public static ImportedMeasure OnTime { get; } = new("dung-han", "Đúng hạn", "Đã xong, không muộn hơn hạn.", line => line.Dates.Standing == LogStanding.OnTime);

    public static ImportedMeasure Late { get; } = new("qua-han", "Quá hạn", "Đã xong, muộn hơn hạn.", line => line.Dates.Standing == LogStanding.Late);

    public static ImportedMeasure Undue { get; } = new("khong-co-han", "Xong, không có hạn", "Đã xong mà nhật ký không ghi hạn.", line => line.Dates.Standing == LogStanding.Undue);

    public static ImportedMeasure Open { get; } = new("chua-xong", "Chưa xong", "Không có ngày xong.", line => line.Dates.Standing == LogStanding.Open);

    public static ImportedMeasure Overdue { get; } = new(
        "dang-qua-han", "Chưa xong, đã quá hạn", "Không có ngày xong, và hạn đã qua lúc nhật ký dừng.", line => line.Chance >= 1);

    public static ImportedMeasure Likely { get; } = new(
        "nhieu-kha-nang-tre", "Nhiều khả năng trễ", "Không có ngày xong, chưa đến hạn lúc nhật ký dừng, mà khả năng trễ từ 50 % trở lên.", line => line.Chance is >= 0.5 and < 1);

    public static ImportedMeasure Broken { get; } = new(
        "ngay-hong", "Ngày không đọc được", "Có hạn hoặc ngày xong mà không đọc được; không tính vào đâu khác.", line => line.Dates.Standing == LogStanding.Broken);

    public static ImportedMeasure DoneBeforeStart { get; } = new(
        "xong-truoc-khi-bat-dau", "Xong trước khi bắt đầu", "Ngày xong đứng trước ngày bắt đầu; vẫn tính là đã xong.", line => line.Dates.IsDoneBeforeStart);

    public static IReadOnlyList<ImportedMeasure> Each { get; } = [All, Closed, OnTime, Late, Undue, Open, Overdue, Likely, Broken, DoneBeforeStart];

    public static ImportedMeasure? Find(string? slug) => slug is null ? All : Each.FirstOrDefault(measure => measure.Slug == slug);
}
