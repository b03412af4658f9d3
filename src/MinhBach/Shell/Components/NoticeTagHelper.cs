using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MinhBach.Shell;

/// <summary>
/// Words set apart: <c>&lt;mb-notice kind="success" title="…"&gt;…&lt;/mb-notice&gt;</c>.
/// Kinds: inset (default), info and success (a banner with a title), warning (must not be missed).
/// </summary>
[HtmlTargetElement("mb-notice")]
public sealed class NoticeTagHelper(Words words) : TagHelper
{
    public string Kind { get; set; } = "inset";

    public string? Title { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        switch (Kind)
        {
            case "warning":
                output.Become("div", "govuk-warning-text");
                output.PreContent.AppendHtml(Markup.Format(
                    "<span class=\"govuk-warning-text__icon\" aria-hidden=\"true\">!</span><div class=\"govuk-warning-text__text\"><span class=\"govuk-visually-hidden\">{0}</span>",
                    words["Cảnh báo"]));
                output.PostContent.AppendHtml("</div>");
                break;
            case "info" or "success":
                Banner(context, output);
                break;
            default:
                output.Become("div", "govuk-inset-text");
                break;
        }
    }

    private void Banner(TagHelperContext context, TagHelperOutput output)
    {
        var isSuccess = Kind == "success";
        var id = "thong-bao-" + context.UniqueId;
        output.Become("section", isSuccess ? "govuk-notification-banner govuk-notification-banner--success" : "govuk-notification-banner");
        output.Attributes.SetAttribute("aria-labelledby", id);
        if (isSuccess)
            output.Attributes.SetAttribute("role", "alert");
        output.PreContent.AppendHtml(Markup.Format(
            "<div class=\"govuk-notification-banner__header\"><h2 class=\"govuk-notification-banner__title\" id=\"{0}\">{1}</h2></div><div class=\"govuk-notification-banner__content\">",
            id, Title ?? (isSuccess ? words["Đã xong"] : words["Thông báo"])));
        output.PostContent.AppendHtml("</div>");
    }
}
