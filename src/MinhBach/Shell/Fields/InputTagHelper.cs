using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MinhBach.Shell;

/// <summary>
/// A one-line text field: <c>&lt;mb-input asp-for="Name" label="…" hint="…" autocomplete="name" /&gt;</c>.
/// Numbers are typed as text with inputmode="numeric".
/// </summary>
[HtmlTargetElement("mb-input", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class InputTagHelper(Words words) : Field(words)
{
    public string Type { get; set; } = "text";

    public string? Value { get; set; }

    public string? Autocomplete { get; set; }

    public string? Inputmode { get; set; }

    public int? Maxlength { get; set; }

    /// <summary>Width in characters: 2, 3, 4, 5, 10, 20 or 30; full width when left out.</summary>
    public int? Width { get; set; }

    /// <summary>A unit after the field, such as "đồng" or "ngày làm việc".</summary>
    public string? Suffix { get; set; }

    public bool Spellcheck { get; set; } = true;

    public override void Process(TagHelperContext context, TagHelperOutput output) => Group(output, html =>
    {
        AppendLabel(html);
        AppendHintAndError(html);
        var input = Control("input", "govuk-input");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = Type;
        if (Width is { } width)
            input.AddCssClass("govuk-input--width-" + width.ToString(Markup.Culture));
        // A password is never written back into a page.
        if (Type != "password" && (Value ?? CurrentValue) is { } value)
            input.Attributes["value"] = value;
        if (Autocomplete is not null)
            input.Attributes["autocomplete"] = Autocomplete;
        if (Inputmode is not null)
            input.Attributes["inputmode"] = Inputmode;
        if (Maxlength is { } maxlength)
            input.Attributes["maxlength"] = maxlength.ToString(Markup.Culture);
        if (!Spellcheck)
            input.Attributes["spellcheck"] = "false";
        if (Suffix is null)
        {
            html.AppendHtml(input);
            return;
        }

        html.AppendHtml(Markup.Format("<div class=\"govuk-input__wrapper\">{0}<div class=\"govuk-input__suffix\" aria-hidden=\"true\">{1}</div></div>", input, Suffix));
    });
}
