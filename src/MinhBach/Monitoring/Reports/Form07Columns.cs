namespace MinhBach.Monitoring.Reports;

/// <summary>What columns 3 to 15 are called.</summary>
internal static class Form07Columns
{
    public static IReadOnlyList<string> All { get; } =
    [
        "Tổng số tiếp nhận", "Trong kỳ: trực tuyến toàn trình", "Trong kỳ: trực tuyến một phần", "Trong kỳ: bưu chính", "Trong kỳ: trực tiếp", "Từ kỳ trước",
        "Tổng số đã giải quyết", "Đã giải quyết trước hạn", "Đã giải quyết đúng hạn", "Đã giải quyết quá hạn",
        "Tổng số đang giải quyết", "Đang giải quyết trong hạn", "Đang giải quyết quá hạn",
    ];
}
