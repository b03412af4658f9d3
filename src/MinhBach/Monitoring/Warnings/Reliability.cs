using MinhBach.Monitoring.Forecast;
using MinhBach.Monitoring.History;

namespace MinhBach.Monitoring.Warnings;

/// <summary>How chances that were told turned out, over the months that are settled.</summary>
/// <param name="Months">Each month by itself, the newest first.</param>
/// <param name="Tenths">All of them by what was told, from the lowest on.</param>
/// <param name="All">How many chances were told.</param>
/// <param name="Late">How many of those dossiers were late.</param>
/// <param name="Error">The mean squared error (Brier score) of the chances.</param>
public sealed record Reliability(IReadOnlyList<ReliableMonth> Months, IReadOnlyList<ReliableTenth> Tenths, int All, int Late, double Error)
{
    private const int MostMonths = 12;

    /// <summary>The error of somebody who always tells the share that is late.</summary>
    public double PlainError => All == 0 ? 0 : Late / (double)All * (1 - (Late / (double)All));

    /// <summary>Reads what a history has learned, of the last twelve months in which results came.</summary>
    internal static Reliability Of(HistoryShelf shelf) => shelf.Learned(course => Of(course.Forecast.Calibration));

    internal static Reliability Of(Calibration calibration)
    {
        var months = calibration.Months.Where(month => month.By.Any(tenth => tenth.All > 0)).TakeLast(MostMonths).ToList();
        var tenths = Enumerable.Range(0, CalibrationMonth.Tenths).Select(tenth => new ReliableTenth(
            tenth, months.Sum(month => month.By[tenth].All), months.Sum(month => month.By[tenth].Late), months.Sum(month => month.By[tenth].Given))).ToList();
        var all = tenths.Sum(tenth => tenth.All);
        return new Reliability(
            [.. months.Select(month => new ReliableMonth(month.Month / 12, (month.Month % 12) + 1, month.By.Sum(tenth => tenth.All), month.By.Sum(tenth => tenth.Late), month.By.Sum(tenth => tenth.Given), month.Error)).Reverse()],
            tenths, all, tenths.Sum(tenth => tenth.Late), all == 0 ? 0 : months.Sum(month => month.Error) / all);
    }
}

/// <summary>Chances of one tenth.</summary>
/// <param name="Tenth">0 for those below 10 %, 9 for those from 90 % on.</param>
/// <param name="All">How many were told.</param>
/// <param name="Late">How many were late.</param>
/// <param name="Given">The sum of what was told.</param>
public sealed record ReliableTenth(int Tenth, int All, int Late, double Given);

/// <summary>Chances of dossiers that had their result in one month.</summary>
/// <param name="Year">Its year.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="All">How many were told.</param>
/// <param name="Late">How many were late.</param>
/// <param name="Given">The sum of what was told: so many were expected to be late.</param>
/// <param name="Error">Sum of squared errors.</param>
public sealed record ReliableMonth(int Year, int Month, int All, int Late, double Given, double Error);
