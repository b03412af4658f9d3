using System.Globalization;
using System.Net;
using System.Text;
using MinhBach.ProcessMining;
using MinhBach.Shell;

namespace MinhBach.Mining;

/// <summary>
/// A map as rows and arcs: activities one below the other by when cases first come to them on average, forward moves as arcs on the right,
/// backward ones on the left. It needs no layout that could fail, and stays readable with forty activities.
/// </summary>
internal static class ArcDiagram
{
    private const int RowHeight = 30;
    private const int Left = 150;
    private const int NameWidth = 430;
    private const int Width = 1000;
    private const double Activities = 0.99;
    private const double Moves = 0.95;

    public static string Draw(Words words, DirectlyFollowsGraph graph, Variants variants)
    {
        var view = MapView.Of(graph, Activities, Moves);
        var rows = InOrder(view, variants);
        var row = rows.Select((step, place) => (step, place)).ToDictionary(pair => pair.step.Activity, pair => pair.place);
        var most = (double)view.Arcs.Select(arc => arc.Frequency).DefaultIfEmpty(1).Max();
        var longest = view.Arcs.Select(arc => arc.Durations.P50 ?? 0).DefaultIfEmpty(1).Max();
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {(rows.Count * RowHeight) + 10}\" width=\"{Width}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(words["Đường đi của vụ việc"])}\">");
        foreach (var arc in view.Arcs.Where(arc => arc.From != arc.To).OrderBy(arc => arc.Frequency)) svg.Append(Arc(words, arc, row[arc.From.Activity], row[arc.To.Activity], most, longest));
        foreach (var step in rows)
        {
            var y = (row[step.Activity] * RowHeight) + 5;
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Left}\" y=\"{y}\" width=\"{NameWidth}\" height=\"{RowHeight - 6}\" fill=\"#f3f2f1\" stroke=\"#b1b4b6\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left + 8}\" y=\"{y + 16}\">{WebUtility.HtmlEncode(Short(step.Name))}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left + NameWidth - 8}\" y=\"{y + 16}\" text-anchor=\"end\" font-weight=\"600\">{words.Number(step.Frequency)}</text>");
        }

        return svg.Append("</svg>").ToString();
    }

    private static string Arc(Words words, ActivityArc arc, int from, int to, double most, double longest)
    {
        var (y1, y2) = ((from * RowHeight) + 17, (to * RowHeight) + 17);
        var forward = to > from;
        var x = forward ? Left + NameWidth : Left;
        var reach = Math.Min(forward ? Width - x - 5 : Left - 5, 30 + (Math.Abs(to - from) * 14));
        var bend = forward ? x + reach : x - reach;
        var width = 1 + (7 * Math.Sqrt(arc.Frequency / most));
        var strength = longest == 0 ? 0 : (arc.Durations.P50 ?? 0) / longest;
        var colour = string.Create(CultureInfo.InvariantCulture, $"hsl({150 - (int)(125 * Math.Sqrt(strength))} 55% 42%)");
        var told = WebUtility.HtmlEncode(words["{0} → {1}: {2} lần, một nửa trong {3}", arc.From.Name, arc.To.Name, words.Number(arc.Frequency), words.WorkTime(arc.Durations.P50)]);
        return string.Create(CultureInfo.InvariantCulture, $"<path d=\"M{x} {y1}C{bend} {y1} {bend} {y2} {x} {y2}\" fill=\"none\" stroke=\"{colour}\" stroke-opacity=\".75\" stroke-width=\"{width:0.#}\"><title>{told}</title></path>");
    }

    private static List<ActivityNode> InOrder(MapView view, Variants variants)
    {
        var positions = new Dictionary<int, (double Sum, long Cases)>();
        foreach (var variant in variants.All)
        {
            var seen = new HashSet<int>();
            for (var i = 0; i < variant.Activities.Length; i++)
            {
                if (!seen.Add(variant.Activities[i])) continue;
                var (sum, cases) = positions.GetValueOrDefault(variant.Activities[i]);
                positions[variant.Activities[i]] = (sum + ((double)i * variant.Cases), cases + variant.Cases);
            }
        }

        return [.. view.Activities.OrderBy(step => positions.TryGetValue(step.Activity, out var found) ? found.Sum / found.Cases : 0).ThenBy(step => step.Activity)];
    }

    private static string Short(string name) => name.Length <= 52 ? name : name[..51] + "…";
}
