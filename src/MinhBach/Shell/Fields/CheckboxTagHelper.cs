using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MinhBach.Shell;

/// <summary>A single yes, bound to a bool: <c>&lt;mb-checkbox asp-for="Confirmed" label="Tôi cam đoan …" /&gt;</c>.</summary>
[HtmlTargetElement("mb-checkbox", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckboxTagHelper(Words words) : Field(words)
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => Group(output, html =>
    {
        AppendHintAndError(html);
        var input = Control("input", "govuk-checkboxes__input");
        input.TagRenderMode = Microsoft.AspNetCore.Mvc.Rendering.TagRenderMode.SelfClosing;
        input.Attributes["type"] = "checkbox";
        input.Attributes["value"] = "true";
        // A posted pair "true,false" means yes: the hidden field below answers for an empty box.
        if (CurrentValue is { } value && value.StartsWith("true", StringComparison.OrdinalIgnoreCase))
            input.Attributes["checked"] = "checked";
        html.AppendHtml(Markup.Format(
            "<div class=\"govuk-checkboxes\"><div class=\"govuk-checkboxes__item\">{0}<label class=\"govuk-label govuk-checkboxes__label\" for=\"{1}\">{2}</label></div></div><input type=\"hidden\" name=\"{3}\" value=\"false\" />",
            input, FieldId, LabelText, FullName));
    });
}
