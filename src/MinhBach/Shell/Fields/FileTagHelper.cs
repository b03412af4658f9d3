using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MinhBach.Shell;

/// <summary>
/// A file to upload; says its limits before anything is chosen:
/// <c>&lt;mb-file asp-for="Paper" label="…" accept=".pdf,.jpg,.png" max-megabytes="10" /&gt;</c>.
/// The form needs enctype="multipart/form-data".
/// </summary>
[HtmlTargetElement("mb-file", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FileTagHelper(Words words) : Field(words)
{
    /// <summary>Extensions with dots, comma-separated.</summary>
    public string Accept { get; set; } = ".pdf,.jpg,.jpeg,.png";

    /// <summary>The most a single file may weigh, in megabytes (1,048,576 bytes).</summary>
    public int MaxMegabytes { get; set; } = 10;

    public bool Multiple { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var kinds = string.Join(", ", Accept.Split(',').Select(kind => kind.Trim().TrimStart('.').ToUpperInvariant()));
        var limits = Multiple
            ? Words["Nhận tệp {0}; mỗi tệp tối đa {1} MB; chọn được nhiều tệp.", kinds, MaxMegabytes]
            : Words["Nhận tệp {0}; tối đa {1} MB.", kinds, MaxMegabytes];
        Hint = Hint is null ? limits : Hint + " " + limits;
        Group(output, html =>
        {
            AppendLabel(html);
            AppendHintAndError(html);
            var input = Control("input", "govuk-file-upload");
            input.TagRenderMode = TagRenderMode.SelfClosing;
            input.Attributes["type"] = "file";
            input.Attributes["accept"] = Accept;
            input.Attributes["data-mb-max-bytes"] = (MaxMegabytes * 1_048_576L).ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (Multiple)
                input.Attributes["multiple"] = "multiple";
            html.AppendHtml(input);
        });
    }
}
