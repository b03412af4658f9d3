using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MinhBach.Shell;

/// <summary>
/// A date typed dd/MM/yyyy, bound to <c>LocalDate</c> or <c>LocalDate?</c>:
/// <c>&lt;mb-date asp-for="BornOn" label="Ngày sinh" autocomplete="bday" /&gt;</c>.
/// </summary>
[HtmlTargetElement("mb-date", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateTagHelper(Words words) : Field(words)
{
    public string? Autocomplete { get; set; }

    public string? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Hint ??= Words["Ngày/tháng/năm, ví dụ 02/09/2026"];
        Group(output, html =>
        {
            AppendLabel(html);
            AppendHintAndError(html);
            var input = Control("input", "govuk-input");
            input.TagRenderMode = TagRenderMode.SelfClosing;
            input.AddCssClass("govuk-input--width-10");
            input.Attributes["type"] = "text";
            input.Attributes["inputmode"] = "numeric";
            input.Attributes["maxlength"] = "10";
            input.Attributes["data-mb-date"] = "";
            // A LocalDate that was never set is no date of anyone's.
            if ((Value ?? CurrentValue) is { } value && value != "01/01/0001")
                input.Attributes["value"] = value;
            if (Autocomplete is not null)
                input.Attributes["autocomplete"] = Autocomplete;
            html.AppendHtml(input);
        });
    }
}
