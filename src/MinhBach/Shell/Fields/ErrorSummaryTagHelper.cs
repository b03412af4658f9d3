using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MinhBach.Shell;

/// <summary>Everything to put right, each a link to its field; nothing while all is well: <c>&lt;mb-error-summary /&gt;</c>.</summary>
[HtmlTargetElement("mb-error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(Words words) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.ViewData.ModelState.ErrorCount == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.Become("div", "govuk-error-summary");
        output.Attributes.SetAttribute("data-mb-error-summary", "");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Content.AppendHtml(Markup.Format(
            "<div role=\"alert\"><h2 class=\"govuk-error-summary__title\">{0}</h2><div class=\"govuk-error-summary__body\"><ul class=\"govuk-list govuk-error-summary__list\">",
            words["Có chỗ cần sửa"]));
        var page = ViewContext.ViewData.ModelMetadata;
        foreach (var (name, entry) in ViewContext.ViewData.ModelState.OrderBy(field => FieldOrder.Of(page, field.Key), StringComparer.Ordinal))
        {
            foreach (var error in entry?.Errors ?? [])
            {
                var text = error.ErrorMessage.Length > 0 ? error.ErrorMessage : words["Giá trị này không dùng được. Hãy kiểm tra và nhập lại."];
                output.Content.AppendHtml(name.Length == 0
                    ? Markup.Format("<li>{0}</li>", text)
                    : Markup.Format("<li><a href=\"#{0}\">{1}</a></li>", FieldIds.Of(name), text));
            }
        }

        output.Content.AppendHtml("</ul></div></div>");
    }
}
