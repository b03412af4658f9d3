using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MinhBach.Shell;

/// <summary>Names and values under each other, for "check your answers" and for facts of a record.</summary>
[HtmlTargetElement("mb-summary-list")]
public sealed class SummaryListTagHelper : TagHelper
{
    /// <summary>True leaves out the lines between rows.</summary>
    public bool Plain { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Become("dl", Plain ? "govuk-summary-list govuk-summary-list--no-border" : "govuk-summary-list");
}

/// <summary>One row: <c>&lt;mb-summary-row key="Họ và tên" change="/…/ten"&gt;Nguyễn Thị Ánh&lt;/mb-summary-row&gt;</c>.</summary>
[HtmlTargetElement("mb-summary-row", ParentTag = "mb-summary-list")]
public sealed class SummaryRowTagHelper(Words words) : TagHelper
{
    public string Key { get; set; } = "";

    /// <summary>Where the answer is changed; no link when left out.</summary>
    public string? Change { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("div", Change is null ? "govuk-summary-list__row govuk-summary-list__row--no-actions" : "govuk-summary-list__row");
        output.PreContent.AppendHtml(Markup.Format("<dt class=\"govuk-summary-list__key\">{0}</dt><dd class=\"govuk-summary-list__value\">", Key));
        output.PostContent.AppendHtml("</dd>");
        if (Change is not null)
        {
            output.PostContent.AppendHtml(Markup.Format(
                "<dd class=\"govuk-summary-list__actions\"><a class=\"govuk-link\" href=\"{0}\">{1}<span class=\"govuk-visually-hidden\"> {2}</span></a></dd>",
                Change, words["Sửa"], Key));
        }
    }
}
