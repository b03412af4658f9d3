namespace MinhBach.Monitoring.Reports;

/// <summary>A column of report 06.</summary>
/// <param name="Name">Vietnamese heading.</param>
/// <param name="Figure">The figure that it shows; null for a sum.</param>
/// <param name="Value">Its number.</param>
internal sealed record Report06Column(string Name, Figure? Figure, Func<Report06Row, int> Value)
{
    public static Report06Column Of(string name, Figure figure) => new(name, figure, row => row.Figures[figure]);
}

/// <summary>The columns of report 06, in their order.</summary>
internal static class Report06Columns
{
    public static IReadOnlyList<Report06Column> All { get; } =
    [
        new("Tổng số tiếp nhận", null, row => row.Came),
        Report06Column.Of("Tiếp nhận trong kỳ", Figure.Received),
        Report06Column.Of("Từ kỳ trước", Figure.CarriedOver),
        new("Tổng số đã giải quyết", null, row => row.Settled),
        Report06Column.Of("Đã giải quyết trước hạn", Figure.DoneEarly),
        Report06Column.Of("Đã giải quyết đúng hạn", Figure.DoneOnTime),
        Report06Column.Of("Đã giải quyết quá hạn", Figure.DoneLate),
        Report06Column.Of("Đã giải quyết, không có thời hạn", Figure.DoneUntimed),
        new("Tổng số đang giải quyết", null, row => row.Processing),
        Report06Column.Of("Đang giải quyết trong hạn", Figure.PendingInTime),
        Report06Column.Of("Đang giải quyết quá hạn", Figure.PendingOverdue),
        Report06Column.Of("Chờ bổ sung, nộp tiền", Figure.Waiting),
        Report06Column.Of("Trả lại: rút, dừng", Figure.Left),
    ];
}
