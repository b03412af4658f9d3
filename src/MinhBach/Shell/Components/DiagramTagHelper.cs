using System.Text.Json;
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

    /// <summary>What stands on the steps of the drawing, by their ids; the page says it all in a table too.</summary>
    public IReadOnlyDictionary<string, DiagramMark>? Marks { get; set; }

    /// <summary>How often one step followed another; the page says it in a table too.</summary>
    public IReadOnlyList<DiagramArc>? Arcs { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var src = urls.GetUrlHelper(ViewContext).Content(Src);
        output.Become("figure", "mb-figure");
        output.Content.SetHtmlContent(Markup.Format(
            "<div class=\"mb-diagram\" role=\"group\" aria-label=\"{0}\" data-mb-diagram=\"{1}\" data-mb-marks=\"{3}\" data-mb-arcs=\"{4}\" hidden></div><figcaption class=\"govuk-body\"><a class=\"govuk-link\" href=\"{1}\">{2}</a></figcaption>",
            Label, src, words["Tải sơ đồ dạng BPMN 2.0"], Json(Marks), Json(Arcs)));
    }

    private static string Json<T>(T? value)
        where T : class => value is null ? "" : JsonSerializer.Serialize(value, JsonSerializerOptions.Web);
}

/// <summary>How often one step of a drawing followed another.</summary>
/// <param name="From">The id of the first step; null for the beginning.</param>
/// <param name="To">The id of the second; null for the end.</param>
/// <param name="Count">How often.</param>
public sealed record DiagramArc(string? From, string? To, int Count);

/// <summary>What stands on one step of a drawing.</summary>
/// <param name="Text">A few words, such as 120 · 2 h.</param>
/// <param name="Level">How strongly it is coloured, 0 to 4.</param>
public sealed record DiagramMark(string Text, int Level);
