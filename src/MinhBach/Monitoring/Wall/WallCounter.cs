using MinhBach.Monitoring.Publish;
using NodaTime.Text;

namespace MinhBach.Monitoring.Wall;

/// <summary>One large number of the wall, and the page that takes it apart or lists what it counts.</summary>
/// <param name="Code">Its name in the events of the live stream.</param>
/// <param name="Name">What people call it (a Vietnamese sentence for the words).</param>
/// <param name="Count">Reads it.</param>
/// <param name="Address">Where it leads.</param>
internal sealed record WallCounter(string Code, string Name, Func<WallFigures, int> Count, Func<WallFigures, string> Address)
{
    public static IReadOnlyList<WallCounter> All { get; } =
    [
        new("received", "Tiếp nhận hôm nay", wall => wall.Day.Received, wall => List(Today(wall), Figure.Received)),
        new("done", "Giải quyết hôm nay", wall => wall.Day.Done, wall => Board(Today(wall))),
        new("open", "Đang giải quyết", wall => wall.Year.Pending, wall => Board(Year(wall))),
        new("overdue", "Đang quá hạn", wall => wall.Year.PendingOverdue, wall => List(Year(wall), Figure.PendingOverdue)),
        new("waiting", "Chờ người nộp", wall => wall.Year.Waiting, wall => List(Year(wall), Figure.Waiting)),
    ];

    /// <summary>The board that takes the rate of the last twelve months apart.</summary>
    public static string RateAddress(WallFigures wall) => Board(Year(wall));

    private static ReportingPeriod Today(WallFigures wall) => new(wall.Today, wall.Today);

    private static ReportingPeriod Year(WallFigures wall) => ReportingPeriod.YearTo(wall.Today);

    private static string Board(ReportingPeriod period) => "/cong-khai" + In(period);

    private static string List(ReportingPeriod period, Figure figure) => "/cong-khai/ho-so" + In(period).Add("theo", Slugs.Of(Grouping.Agency)).Add("so", Slugs.Of(figure));

    private static QueryString In(ReportingPeriod period) =>
        QueryString.Create("tu", LocalDatePattern.Iso.Format(period.From)).Add("den", LocalDatePattern.Iso.Format(period.To));
}
