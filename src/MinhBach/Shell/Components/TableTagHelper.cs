using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MinhBach.Shell;

/// <summary>
/// A table that stays usable at 320 px: <c>&lt;mb-table caption="…"&gt;&lt;thead&gt;…&lt;/thead&gt;&lt;tbody&gt;…&lt;/tbody&gt;&lt;/mb-table&gt;</c>.
/// It scrolls sideways inside itself; with <c>stacked</c>, and data-label on each td, rows become cards on a narrow screen.
/// Right-align figures with <c>class="mb-number"</c> on th and td.
/// </summary>
[HtmlTargetElement("mb-table")]
public sealed class TableTagHelper : TagHelper
{
    public string Caption { get; set; } = "";

    /// <summary>True keeps the caption for screen readers only.</summary>
    public bool HideCaption { get; set; }

    public bool Stacked { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("div", Stacked ? "mb-table mb-table--stacked" : "mb-table");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("aria-label", Caption);
        output.Attributes.SetAttribute("tabindex", "0");
        output.PreContent.AppendHtml(Markup.Format("<table class=\"govuk-table\"><caption class=\"{0}\">{1}</caption>",
            HideCaption ? "govuk-visually-hidden" : "govuk-table__caption govuk-table__caption--m", Caption));
        output.PostContent.AppendHtml("</table>");
    }
}
