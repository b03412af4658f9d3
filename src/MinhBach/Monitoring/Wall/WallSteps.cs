namespace MinhBach.Monitoring.Wall;

/// <summary>The five colours of the map, by rate.</summary>
internal static class WallSteps
{
    /// <summary>From where on a rate has the next colour.</summary>
    public static IReadOnlyList<double> Bounds { get; } = [0.8, 0.9, 0.95, 0.98];

    public static int Of(double? rate) => rate is { } share ? 1 + Bounds.Count(bound => share >= bound) : 0;

    /// <summary>What the legend says of each colour, the lowest first.</summary>
    public static IReadOnlyList<(int Step, string Sentence)> Legend { get; } =
    [
        (1, "dưới 80 %"), (2, "từ 80 %"), (3, "từ 90 %"), (4, "từ 95 %"), (5, "từ 98 %"), (0, "chưa có hồ sơ để tính"),
    ];
}
