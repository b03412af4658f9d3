using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MinhBach.Shell;

/// <summary>More, for whoever wants it: <c>&lt;mb-details summary="Vì sao là ngày này?"&gt;…&lt;/mb-details&gt;</c>.</summary>
[HtmlTargetElement("mb-details")]
public sealed class DetailsTagHelper : TagHelper
{
    public string Summary { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("details", "govuk-details");
        output.PreContent.AppendHtml(Markup.Format(
            "<summary class=\"govuk-details__summary\"><span class=\"govuk-details__summary-text\">{0}</span></summary><div class=\"govuk-details__text\">", Summary));
        output.PostContent.AppendHtml("</div>");
    }
}
