using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MinhBach.ProcessMining;

namespace MinhBach.Mining;

/// <summary>A report for machines. Names stay; new ones may come. Durations are seconds.</summary>
internal static class LogReportJson
{
    private const int Most = 100;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write(LogReport report)
    {
        var summary = report.Summary;
        return JsonSerializer.Serialize(
            new
            {
                file = report.Name,
                report.Format,
                summary.Cases,
                summary.Events,
                summary.Activities,
                summary.Variants,
                summary.First,
                summary.Last,
                summary.Closed,
                summary.OnTime,
                summary.Late,
                summary.Undue,
                summary.Open,
                summary.Broken,
                summary.DoneBeforeStart,
                summary.Dates,
                time = report.Options.OnTheWallClock ? "wall" : "working",
                summary.By,
                bottlenecks = Bottlenecks.OfArcs(report.Map).Take(Most).Select(place => new
                {
                    from = place.From!.Name,
                    to = place.To!.Name,
                    times = place.Durations.Count,
                    place.Share,
                    place.Durations.P50,
                    place.Durations.P90,
                    mean = place.Durations.MeanSeconds,
                }),
                steps = report.Map.Activities.OrderByDescending(step => step.Frequency).Select(step => new { step.Name, step.Frequency, step.Cases, step.Starts, step.Ends, waitingP50 = step.Waiting.P50, waitingP90 = step.Waiting.P90, serviceP50 = step.Service.P50 }),
                arcs = report.Map.Arcs.OrderByDescending(arc => arc.Frequency).Select(arc => new { from = arc.From.Name, to = arc.To.Name, arc.Frequency }),
                variantList = report.Variants.ByFrequency.Take(Most).Select(variant => new { variant.Cases, path = report.Variants.NamesOf(variant), variant.FirstCases }),
                rework = new { cases = report.Rework.CasesWithRework, activities = report.Rework.Activities.Select(again => new { again.Name, again.Cases, again.SelfLoops, again.Returns }) },
                people = new
                {
                    report.People.OnePersonCases,
                    handOvers = report.People.People.Total,
                    between = report.People.People.ToOthers.Take(Most).Select(pair => new { from = report.People.People.Names[pair.From], to = report.People.People.Names[pair.To], pair.Times }),
                },
                problems = report.Problems.Kinds.ToDictionary(kind => JsonNamingPolicy.CamelCase.ConvertName(kind.Kind.ToString()), kind => kind.Times),
                report.Problems.NotRead,
            },
            Options);
    }
}
