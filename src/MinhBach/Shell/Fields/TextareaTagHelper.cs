using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MinhBach.Shell;

/// <summary>Text of several lines: <c>&lt;mb-textarea asp-for="Reason" label="Lý do" rows="5" /&gt;</c>.</summary>
[HtmlTargetElement("mb-textarea", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextareaTagHelper(Words words) : Field(words)
{
    public int Rows { get; set; } = 5;

    public int? Maxlength { get; set; }

    public string? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => Group(output, html =>
    {
        AppendLabel(html);
        AppendHintAndError(html);
        var area = Control("textarea", "govuk-textarea");
        area.Attributes["rows"] = Rows.ToString(Markup.Culture);
        if (Maxlength is { } maxlength)
            area.Attributes["maxlength"] = maxlength.ToString(Markup.Culture);
        // The newline keeps a leading line break of the text itself.
        area.InnerHtml.AppendHtml("\n").Append(Value ?? CurrentValue ?? "");
        html.AppendHtml(area);
    });
}
