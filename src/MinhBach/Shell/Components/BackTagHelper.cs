using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MinhBach.Shell;

/// <summary>The link back, above the page's heading: <c>&lt;mb-back href="…" /&gt;</c>.</summary>
[HtmlTargetElement("mb-back", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BackTagHelper(Words words) : TagHelper
{
    public string Href { get; set; } = "/";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var own = await output.GetChildContentAsync();
        output.Become("a", "govuk-back-link");
        output.Attributes.SetAttribute("href", Href);
        if (own.IsEmptyOrWhiteSpace)
            output.Content.SetContent(words["Quay lại"]);
    }
}
