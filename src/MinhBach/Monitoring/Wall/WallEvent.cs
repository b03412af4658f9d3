using System.Text.Json;
using MinhBach.Kernel;
using MinhBach.Shell;

namespace MinhBach.Monitoring.Wall;

/// <summary>The figures of the wall as the script of its page takes them: finished texts, which are the same in both languages.</summary>
internal static class WallEvent
{
    private const string Unknown = "–";

    public static string Of(WallFigures wall)
    {
        var now = VietnameseFormats.Local(wall.Now);
        return JsonSerializer.Serialize(
            new
            {
                Time = VietnameseFormats.Time(now.TimeOfDay),
                Date = VietnameseFormats.Date(now.Date),
                Counts = WallCounter.All.Select(counter => (counter.Code, Text: Number(counter.Count(wall))))
                    .Append(("rate", Rate(wall.Year))).Append(("n", Number(wall.Year.RateCount)))
                    .ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal),
                Communes = wall.Communes.Select(commune => new
                {
                    commune.Code,
                    commune.Step,
                    Rate = Rate(commune.Figures),
                    N = Number(commune.Figures.RateCount),
                    Overdue = Number(commune.Figures.PendingOverdue),
                }),
                Lowest = wall.Lowest.Select(commune => commune.Code),
            },
            KernelJson.Options);
    }

    private static string Number(int count) => VietnameseFormats.Number(count, 0);

    private static string Rate(OnTimeFigures figures) => figures.OnTimeRate is { } rate ? VietnameseFormats.Percent(rate, 1) : Unknown;
}
