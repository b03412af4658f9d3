using System.Globalization;
using System.Net;
using System.Text;
using MinhBach.ProcessMining;
using MinhBach.Shell;

namespace MinhBach.Mining;

/// <summary>A report as one HTML file with its pictures inside: it opens on any computer, also years later and without a network.</summary>
internal static class LogReportHtml
{
    private const int Few = 15;

    private const string Style = """
        body{font:16px/1.5 "Be Vietnam Pro",system-ui,sans-serif;color:#0b0c0c;margin:0 auto;max-width:1040px;padding:24px 16px}
        h1{font-size:1.9rem;line-height:1.2;margin:0 0 4px}h2{font-size:1.35rem;margin:40px 0 10px}
        .hint{color:#505a5f}.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(140px,1fr));gap:10px;padding:0;margin:16px 0}
        .tiles div{background:#f3f2f1;padding:10px 12px}.tiles dt{font-size:.94rem}.tiles dd{margin:4px 0 0;font-size:1.5rem;font-weight:700;font-variant-numeric:tabular-nums}
        .wide{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:8px 10px 8px 0;border-bottom:1px solid #b1b4b6;vertical-align:top}
        th.n,td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}svg{display:block;max-width:100%}svg text{font:13px system-ui,sans-serif}
        .bar{height:6px;background:#6fb98f;margin-top:9px}.late{background:#e08e0b}.path{display:flex;flex-wrap:wrap;gap:4px}.path span{background:#e8f1ec;padding:1px 8px;border-radius:3px;font-size:.9rem}
        @media print{body{max-width:none}}
        """;

    public static string Write(Words words, LogReport report)
    {
        var (html, summary) = (new StringBuilder(), report.Summary);
        html.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="{words.Language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <title>{Text(report.Name)}</title><style>{Style}</style></head><body>
            <p class="hint">{Text(words["Minh Bạch: nhật ký kể gì"])}</p><h1>{Text(report.Name)}</h1>
            """);
        if (summary is { First: { } first, Last: { } last })
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"hint\">{Text(words["{0} đến {1}", first.ToString("dd/MM/yyyy", VietnameseFormats.Culture), last.ToString("dd/MM/yyyy", VietnameseFormats.Culture)])}</p>");
        Tiles(html, (words["Vụ việc"], words.Number(summary.Cases)), (words["Sự kiện"], words.Number(summary.Events)), (words["Loại hoạt động"], words.Number(summary.Activities)), (words["Biến thể"], words.Number(summary.Variants)));
        Head(html, words["Đúng hạn"]);
        html.Append(CultureInfo.InvariantCulture, $"<p>{Text(LogReportText.Dates(words, summary))}</p>");
        Tiles(
            html,
            (words["Tỷ lệ đúng hạn"], summary.OnTime + summary.Late == 0 ? "–" : words.Percent(summary.OnTime / (double)(summary.OnTime + summary.Late), 1)),
            (words["Đã xong"], words.Number(summary.Closed)), (words["Đúng hạn"], words.Number(summary.OnTime)), (words["Quá hạn"], words.Number(summary.Late)),
            (words["Chưa xong"], words.Number(summary.Open)), (words["Ngày không đọc được"], words.Number(summary.Broken)));
        foreach (var split in summary.By.Where(split => split.Values.Count > 0)) Split(words, html, split);
        Months(words, html, report);
        Head(html, words["Đường đi của vụ việc"]);
        html.Append(CultureInfo.InvariantCulture, $"<p>{Text(words["Mỗi dòng là một hoạt động. Cung bên phải đi xuống, cung bên trái quay lên; càng dày càng nhiều lần, càng đỏ càng chờ lâu."])}</p>");
        html.Append("<div class=\"wide\">").Append(ArcDiagram.Draw(words, report.Map, report.Variants)).Append("</div>");
        Waits(words, html, report);
        Ways(words, html, report);
        Problems(words, html, report.Problems);
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"hint\">{Text(words[report.Options.OnTheWallClock ? "Thời gian tính theo đồng hồ, cả đêm và ngày nghỉ." : "Thời gian tính bằng giờ làm việc, thứ Hai–thứ Sáu, 8:00–12:00 và 13:00–17:00, không trừ ngày lễ."])}</p></body></html>");
        return html.ToString();
    }

    private static void Split(Words words, StringBuilder html, LogBreakdown split)
    {
        Head(html, words["Theo “{0}”", split.Attribute]);
        Table(html, [words["Giá trị"], "#" + words["Vụ việc"], "#" + words["Đúng hạn"], "#" + words["Quá hạn"], "#" + words["Chưa xong"], "#" + words["Tỷ lệ đúng hạn"]],
            split.Values.Take(Few).Select(value => new[]
            {
                value.Value, words.Number(value.Counts.Cases), words.Number(value.Counts.OnTime), words.Number(value.Counts.Late), words.Number(value.Counts.Open),
                value.Counts.OnTime + value.Counts.Late == 0 ? "–" : words.Percent(value.Counts.OnTime / (double)(value.Counts.OnTime + value.Counts.Late), 1),
            }));
    }

    private static void Months(Words words, StringBuilder html, LogReport report)
    {
        if (report.Begun.Count == 0) return;
        Head(html, words["Vụ việc bắt đầu theo tháng"]);
        var most = report.Begun.Values.Max();
        html.Append("<div class=\"wide\"><table><tbody>");
        foreach (var (month, count) in report.Begun)
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\" class=\"n\">{month % 100:00}/{month / 100}</th><td style=\"width:80%\"><div class=\"bar\" style=\"width:{100.0 * count / most:0.##}%\"></div></td><td class=\"n\">{words.Number(count)}</td></tr>");
        html.Append("</tbody></table></div>");
    }

    private static void Waits(Words words, StringBuilder html, LogReport report)
    {
        Head(html, words["Chờ lâu nhất"]);
        Table(html, [words["Từ"], words["Đến"], "#" + words["Lần"], "#" + words["Một nửa trong"], "#" + words["9 trên 10 trong"], "#" + words["Phần của mọi thời gian chờ"]],
            Bottlenecks.OfArcs(report.Map).Take(Few).Select(place => new[]
            {
                place.From!.Name, place.To!.Name, words.Number(place.Durations.Count), words.WorkTime(place.Durations.P50), words.WorkTime(place.Durations.P90), words.Percent(place.Share, 1),
            }));
    }

    private static void Ways(Words words, StringBuilder html, LogReport report)
    {
        Head(html, words["Các đường đi nhiều nhất"]);
        html.Append("<div class=\"wide\"><table><tbody>");
        foreach (var variant in report.Variants.ByFrequency.Take(Few))
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"n\">{words.Number(variant.Cases)}<br><span class=\"hint\">{words.Percent(variant.Cases / (double)Math.Max(1, report.Summary.Cases), 1)}</span></td><td><div class=\"path\">");
            foreach (var step in report.Variants.NamesOf(variant)) html.Append("<span>").Append(Text(step)).Append("</span>");
            html.Append("</div></td></tr>");
        }

        html.Append("</tbody></table></div>");
    }

    private static void Problems(Words words, StringBuilder html, FoundProblems problems)
    {
        if (problems.Kinds.Count == 0) return;
        Head(html, words["Chỗ không ổn trong tệp"]);
        Table(html, ["#" + words["Số lần"], words["Chuyện gì"], words["Ví dụ"]], problems.Kinds.Select(kind => new[]
        {
            words.Number(kind.Times), words.Name(kind.Kind), string.Join("; ", kind.First.Take(3).Select(place => words.Told(place))),
        }));
    }

    private static void Head(StringBuilder html, string title) => html.Append("<h2>").Append(Text(title)).Append("</h2>");

    private static void Tiles(StringBuilder html, params ReadOnlySpan<(string Name, string Value)> tiles)
    {
        html.Append("<dl class=\"tiles\">");
        foreach (var (name, value) in tiles) html.Append("<div><dt>").Append(Text(name)).Append("</dt><dd>").Append(Text(value)).Append("</dd></div>");
        html.Append("</dl>");
    }

    // A heading that begins with # is one of numbers.
    private static void Table(StringBuilder html, string[] heads, IEnumerable<string[]> rows)
    {
        html.Append("<div class=\"wide\"><table><thead><tr>");
        foreach (var head in heads) html.Append(head[0] == '#' ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">").Append(Text(head.TrimStart('#'))).Append("</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Length; i++) html.Append(heads[i][0] == '#' ? "<td class=\"n\">" : "<td>").Append(Text(row[i])).Append("</td>");
            html.Append("</tr>");
        }

        html.Append("</tbody></table></div>");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
