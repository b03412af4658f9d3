using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MinhBach.Shell;

/// <summary>One of many: <c>&lt;mb-select asp-for="Agency" label="…" items="Model.Agencies" empty="Chọn cơ quan" /&gt;</c>.</summary>
[HtmlTargetElement("mb-select", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectTagHelper(Words words) : Field(words)
{
    public IEnumerable<Choice> Items { get; set; } = [];

    /// <summary>The text of an empty first option; none when left out.</summary>
    public string? Empty { get; set; }

    public string? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => Group(output, html =>
    {
        AppendLabel(html);
        AppendHintAndError(html);
        var select = Control("select", "govuk-select");
        var current = Value ?? CurrentValue ?? "";
        if (Empty is not null)
            select.InnerHtml.AppendHtml(Option(new Choice("", Empty), current));
        foreach (var item in Items)
            select.InnerHtml.AppendHtml(Option(item, current));
        html.AppendHtml(select);
    });

    private static TagBuilder Option(Choice item, string current)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = item.Value;
        if (item.Value == current)
            option.Attributes["selected"] = "selected";
        option.InnerHtml.Append(item.Text);
        return option;
    }
}
