using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MinhBach.Shell;

/// <summary>
/// A button, or a link that looks like one when <c>href</c> is given:
/// <c>&lt;mb-button kind="secondary" name="act" value="save"&gt;Lưu nháp&lt;/mb-button&gt;</c>.
/// Kinds: primary (default), secondary, warning, start.
/// </summary>
[HtmlTargetElement("mb-button")]
public sealed class ButtonTagHelper : TagHelper
{
    public string Kind { get; set; } = "primary";

    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become(Href is null ? "button" : "a", Kind switch
        {
            "secondary" => "govuk-button govuk-button--secondary",
            "warning" => "govuk-button govuk-button--warning",
            "start" => "govuk-button govuk-button--start",
            _ => "govuk-button",
        });
        if (Href is not null)
        {
            output.Attributes.SetAttribute("href", Href);
            return;
        }

        if (!output.Attributes.ContainsName("type"))
            output.Attributes.SetAttribute("type", "submit");
        // A second press within a second is a slip of the hand; enhance.js swallows it.
        output.Attributes.SetAttribute("data-mb-once", "");
    }
}
