using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MinhBach.Shell;

/// <summary>
/// A BPMN diagram drawn from an address that answers BPMN XML:
/// <c>&lt;mb-diagram src="/thu-tuc/1.001193/quy-trinh.bpmn" label="…" /&gt;</c>.
/// The page says the same in a list: without scripts only a link to the file is shown.
/// </summary>
[HtmlTargetElement("mb-diagram", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DiagramTagHelper(Words words, IUrlHelperFactory urls) : TagHelper
{
    public string Src { get; set; } = "";

    public string Label { get; set; } = "";

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var src = urls.GetUrlHelper(ViewContext).Content(Src);
        output.Become("figure", "mb-figure");
        output.Content.SetHtmlContent(Markup.Format(
            "<div class=\"mb-diagram\" role=\"group\" aria-label=\"{0}\" data-mb-diagram=\"{1}\" hidden></div><figcaption class=\"govuk-body\"><a class=\"govuk-link\" href=\"{1}\">{2}</a></figcaption>",
            Label, src, words["Tải sơ đồ dạng BPMN 2.0"]));
    }
}
