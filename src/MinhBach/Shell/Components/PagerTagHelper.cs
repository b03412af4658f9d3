using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MinhBach.Shell;

/// <summary>Steps through a long list by keyset: <c>&lt;mb-pager previous="@Model.Previous" next="@Model.Next" /&gt;</c>; null or empty hides a side.</summary>
[HtmlTargetElement("mb-pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper(Words words) : TagHelper
{
    public string? Previous { get; set; }

    public string? Next { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrEmpty(Previous) && string.IsNullOrEmpty(Next))
        {
            output.SuppressOutput();
            return;
        }

        output.Become("nav", "mb-pager");
        output.Attributes.SetAttribute("aria-label", words["Phân trang"]);
        if (!string.IsNullOrEmpty(Previous))
            output.Content.AppendHtml(Markup.Format("<a class=\"govuk-link mb-pager__link\" href=\"{0}\" rel=\"prev\"><span aria-hidden=\"true\">←</span> {1}</a>", Previous, words["Trang trước"]));
        if (!string.IsNullOrEmpty(Next))
            output.Content.AppendHtml(Markup.Format("<a class=\"govuk-link mb-pager__link mb-pager__next\" href=\"{0}\" rel=\"next\">{1} <span aria-hidden=\"true\">→</span></a>", Next, words["Trang sau"]));
    }
}
