using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MinhBach.Shell;

/// <summary>
/// A status in one or two words: <c>&lt;mb-tag kind="late"&gt;Quá hạn&lt;/mb-tag&gt;</c>.
/// Kinds: neutral (default), new, active, waiting, soon, late, done, stopped. The words carry the meaning, the colour only helps.
/// </summary>
[HtmlTargetElement("mb-tag")]
public sealed class TagTagHelper : TagHelper
{
    public string Kind { get; set; } = "neutral";

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Become("strong", Kind switch
        {
            "new" => "govuk-tag govuk-tag--teal",
            "active" => "govuk-tag govuk-tag--blue",
            "waiting" => "govuk-tag govuk-tag--yellow",
            "soon" => "govuk-tag govuk-tag--orange",
            "late" => "govuk-tag govuk-tag--red",
            "done" => "govuk-tag govuk-tag--green",
            "stopped" => "govuk-tag govuk-tag--purple",
            _ => "govuk-tag govuk-tag--grey",
        });
}
