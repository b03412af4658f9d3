using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MinhBach.Shell;

/// <summary>The way down to this page, as mb-crumb links.</summary>
[HtmlTargetElement("mb-breadcrumbs")]
public sealed class BreadcrumbsTagHelper(Words words) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("nav", "govuk-breadcrumbs");
        output.Attributes.SetAttribute("aria-label", words["Đường dẫn"]);
        output.PreContent.AppendHtml("<ol class=\"govuk-breadcrumbs__list\">");
        output.PostContent.AppendHtml("</ol>");
    }
}

/// <summary>One level: <c>&lt;mb-crumb href="/thu-tuc"&gt;Thủ tục&lt;/mb-crumb&gt;</c>; without href, this page.</summary>
[HtmlTargetElement("mb-crumb", ParentTag = "mb-breadcrumbs")]
public sealed class CrumbTagHelper : TagHelper
{
    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("li", "govuk-breadcrumbs__list-item");
        if (Href is null)
        {
            output.Attributes.SetAttribute("aria-current", "page");
            return;
        }

        output.PreContent.AppendHtml(Markup.Format("<a class=\"govuk-breadcrumbs__link\" href=\"{0}\">", Href));
        output.PostContent.AppendHtml("</a>");
    }
}
