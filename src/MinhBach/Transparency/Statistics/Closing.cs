using MinhBach.Kernel;
using MinhBach.Monitoring;
using MinhBach.Monitoring.Reports;
using NodaTime;

namespace MinhBach.Transparency.Statistics;

/// <summary>Figures that the city closes: of which measure or report, told apart by what, of which period.</summary>
/// <param name="Measure"><see cref="OnTimeMeasure"/> or <see cref="Form07Report"/>.</param>
/// <param name="GroupBy"><c>agency</c> or <c>procedure</c>; empty for a report, which has its own rows.</param>
/// <param name="Period">The period.</param>
internal sealed record Closing(string Measure, string GroupBy, ReportingPeriod Period)
{
    public const string OnTimeMeasure = "on-time";
    public const string Form07Report = "form-07";

    private const string ByAgency = "agency";
    private const string ByProcedure = "procedure";
    private const char Version = '#';

    public bool IsReport => Measure == Form07Report;

    public Grouping Grouping => GroupBy == ByProcedure ? Grouping.Procedure : Grouping.Agency;

    /// <summary>
    /// What is due after a day: the twelve months up to it; the month and the reporting windows that ended last, which an earlier day
    /// may have published.
    /// </summary>
    public static IEnumerable<Closing> After(LocalDate day)
    {
        var month = day.PlusDays(1).With(DateAdjusters.StartOfMonth).PlusDays(-1);
        foreach (var period in (ReportingPeriod[])[ReportingPeriod.YearTo(day), new(month.With(DateAdjusters.StartOfMonth), month)])
        {
            yield return new(OnTimeMeasure, ByAgency, period);
            yield return new(OnTimeMeasure, ByProcedure, period);
        }

        foreach (var (_, period) in ReportWindows.Before(day.PlusDays(1))) yield return new(Form07Report, "", period);
    }

    /// <summary>The name under which it is kept.</summary>
    /// <param name="version">1 when it was first published, one more with each correction.</param>
    public string Name(int version)
    {
        var name = $"statistic {Measure} {(GroupBy.Length == 0 ? "" : GroupBy + " ")}{CityTime.WriteDay(Period.From)} {CityTime.WriteDay(Period.To)}";
        return version == 1 ? name : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} {Version}{version}");
    }

    /// <summary>Reads a name.</summary>
    public static (Closing Closing, int Version) Parse(string name)
    {
        var parts = name.Split(' ').ToList();
        var version = 1;
        if (parts[^1].StartsWith(Version)) (version, parts) = (int.Parse(parts[^1][1..], System.Globalization.CultureInfo.InvariantCulture), parts[..^1]);
        return (new(parts[1], parts.Count == 5 ? parts[2] : "", new(CityTime.ReadDay(parts[^2]), CityTime.ReadDay(parts[^1]))), version);
    }
}
