using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using MinhBach.Kernel;
using MinhBach.Shell;

namespace MinhBach.Transparency;

/// <summary>What a witness shows of itself: one page for people, one for programs.</summary>
internal sealed class WitnessPage(WitnessDesk desk, Words words)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly JsonSerializerOptions Options = new(KernelJson.Options) { WriteIndented = true };

    // Requests are answered on threads that know nothing of the command line.
    private readonly CultureInfo language = CultureInfo.CurrentUICulture;

    public string Json() => JsonSerializer.Serialize(new { witness = desk.Key.ToString(), doubt = desk.Doubt(), logs = desk.Logs() }, Options);

    public string Html()
    {
        CultureInfo.CurrentUICulture = language;
        var title = words["Nhân chứng {0}", desk.Key.Name];
        var page = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"{words.Language}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{Text(title)}</title>")
            .Append(CultureInfo.InvariantCulture, $"<h1>{Text(title)}</h1><p>{Text(words["Khóa (vkey):"])} <code>{Text(desk.Key.ToString())}</code></p>");
        if (desk.Doubt() is { } doubt) page.Append(CultureInfo.InvariantCulture, $"<p><strong>{Text(doubt)}</strong></p>");
        page.Append(CultureInfo.InvariantCulture, $"<table><thead><tr><th>{Text(words["Nhật ký"])}</th><th>{Text(words["Số mục đã ký"])}</th><th>{Text(words["Lúc"])}</th></tr></thead><tbody>");
        foreach (var log in desk.Logs())
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(log.Origin)}</td><td>{(log.Size is { } size ? words.Number(size) : "–")}</td><td>{Text(words.Moment(log.At))}</td></tr>");
        return page.Append("</tbody></table></html>\n").ToString();
    }

    private static string Text(string text) => Encoder.Encode(text);
}
