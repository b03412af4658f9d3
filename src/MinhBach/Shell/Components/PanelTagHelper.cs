using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MinhBach.Shell;

/// <summary>The large confirmation at the end of a journey: <c>&lt;mb-panel title="Đã nhận hồ sơ"&gt;Mã hồ sơ …&lt;/mb-panel&gt;</c>.</summary>
[HtmlTargetElement("mb-panel")]
public sealed class PanelTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("div", "govuk-panel govuk-panel--confirmation");
        output.PreContent.AppendHtml(Markup.Format("<h1 class=\"govuk-panel__title\">{0}</h1><div class=\"govuk-panel__body\">", Title));
        output.PostContent.AppendHtml("</div>");
    }
}
