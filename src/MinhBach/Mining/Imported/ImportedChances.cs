using MinhBach.Monitoring.Forecast;
using MinhBach.Monitoring.Warnings;
using MinhBach.ProcessMining;
using NodaTime;

namespace MinhBach.Mining.Imported;

/// <summary>
/// How likely the open cases of a log are to be late at the log's newest moment, learned from its own cases that are done, and what
/// came of such chances told earlier. Only stated times are looked at: no clock of this city.
/// </summary>
internal static class ImportedChances
{
    /// <summary>The chances by place of the case, null where nothing is due, and their test.</summary>
    public static (double?[] Chances, Reliability Test) Of(IReadOnlyList<ImportedWay> ways, Instant? end, DateTimeZone zone)
    {
        var forecast = new StatedForecast();
        var passages = new List<StatedPassage>?[ways.Count];
        foreach (var (place, step) in Moments(ways))
        {
            var dates = ways[place].Dates;
            if (step < ways[place].Steps.Count)
            {
                var at = ways[place].Steps[step];
                (passages[place] ??= []).Add(forecast.Open(at.Activity, at.Desk, at.At, dates.Due!.Value.ToUnixTimeSeconds()));
                continue;
            }

            var day = dates.Done!.Value.InZone(zone).Date;
            forecast.Close((day.Year * 12) + day.Month - 1, dates.Done.Value.ToUnixTimeSeconds(), passages[place] ?? [], dates.Standing == LogStanding.Late);
            passages[place] = null;
        }

        return ([.. ways.Select(way => end is { } now ? ChanceOf(forecast, way, now.ToUnixTimeSeconds()) : null)], forecast.Test);
    }

    // Every step of a case with a due date, and its end, in the order of time. What ends at a moment is not known to what opens then.
    private static IEnumerable<(int Place, int Step)> Moments(IReadOnlyList<ImportedWay> ways) =>
        ways.SelectMany((way, place) => MomentsOf(way).Select(moment => (Place: place, moment.Step, moment.At, moment.IsEnd)))
            .OrderBy(moment => moment.At).ThenBy(moment => moment.IsEnd).ThenBy(moment => moment.Place).ThenBy(moment => moment.Step)
            .Select(moment => (moment.Place, moment.Step));

    private static IEnumerable<(int Step, long At, bool IsEnd)> MomentsOf(ImportedWay way)
    {
        var ended = way.Dates.Standing is LogStanding.OnTime or LogStanding.Late;
        if (way.Dates.Due is null || (!ended && way.Dates.Standing != LogStanding.Open)) yield break;
        for (var step = 0; step < way.Steps.Count; step++) yield return (step, way.Steps[step].At, false);
        if (ended) yield return (way.Steps.Count, way.Dates.Done!.Value.ToUnixTimeSeconds(), true);
    }

    private static double? ChanceOf(StatedForecast forecast, ImportedWay way, long now) =>
        way is { Dates: { Standing: LogStanding.Open, Due: { } due }, Steps: [.., var last] }
            ? forecast.Chance(last.Activity, last.Desk, Math.Max(0, now - last.At), due.ToUnixTimeSeconds() - now)
            : null;
}
