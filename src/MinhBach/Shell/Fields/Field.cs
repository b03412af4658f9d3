using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MinhBach.Shell;

/// <summary>What every form field has: a label, a hint, an error from ModelState, and ids that tie them together.</summary>
public abstract class Field(Words words) : TagHelper
{
    /// <summary>The bound property; its [Display(Name)] is the default label.</summary>
    [HtmlAttributeName("asp-for")]
    public ModelExpression? For { get; set; }

    /// <summary>The posted name; only needed without asp-for.</summary>
    public string? Name { get; set; }

    /// <summary>The element's id; by default made from the name.</summary>
    public string? Id { get; set; }

    public string? Label { get; set; }

    /// <summary>Words under the label: what is wanted and in which form.</summary>
    public string? Hint { get; set; }

    /// <summary>An error to show instead of ModelState's.</summary>
    public string? Error { get; set; }

    /// <summary>True makes the label (or legend) the page's h1: one thing per page.</summary>
    public bool Heading { get; set; }

    /// <summary>True writes "(không bắt buộc)" after the label.</summary>
    public bool Optional { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    internal Words Words => words;

    internal string FullName => Name ?? ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For?.Name ?? "");

    internal string FieldId => Id ?? FieldIds.Of(FullName);

    internal string? ErrorText => Error ?? FirstError();

    internal string LabelText => (Label ?? For?.Metadata.DisplayName ?? For?.Name ?? "") + (Optional ? " " + words["(không bắt buộc)"] : "");

    /// <summary>What was typed if the page comes back, else the model's value.</summary>
    internal string? CurrentValue =>
        ViewContext.ViewData.ModelState.TryGetValue(FullName, out var entry) && entry.AttemptedValue is { } typed ? typed : Written(For?.Model);

    internal string? DescribedBy => string.Join(' ', new[]
    {
        Hint is null ? null : FieldId + "-hint",
        ErrorText is null ? null : FieldId + "-error",
    }.Where(id => id is not null)) is { Length: > 0 } ids ? ids : null;

    internal void Group(TagHelperOutput output, Action<HtmlContentBuilder> content)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-form-group" + (ErrorText is null ? "" : " govuk-form-group--error"));
        var inner = new HtmlContentBuilder();
        content(inner);
        output.Content.SetHtmlContent(inner);
    }

    internal void AppendLabel(HtmlContentBuilder html)
    {
        if (Heading)
            html.AppendFormat(Markup.Culture, "<h1 class=\"govuk-label-wrapper\"><label class=\"govuk-label govuk-label--l\" for=\"{0}\">{1}</label></h1>", FieldId, LabelText);
        else
            html.AppendFormat(Markup.Culture, "<label class=\"govuk-label\" for=\"{0}\">{1}</label>", FieldId, LabelText);
    }

    internal void AppendHintAndError(HtmlContentBuilder html)
    {
        if (Hint is not null)
            html.AppendFormat(Markup.Culture, "<div id=\"{0}-hint\" class=\"govuk-hint\">{1}</div>", FieldId, Hint);
        if (ErrorText is { } error)
        {
            html.AppendFormat(Markup.Culture, "<p id=\"{0}-error\" class=\"govuk-error-message\"><span class=\"govuk-visually-hidden\">{1}</span> {2}</p>",
                FieldId, words["Lỗi:"], error);
        }
    }

    internal TagBuilder Control(string tag, string cssClass)
    {
        var control = new TagBuilder(tag);
        control.AddCssClass(cssClass + (ErrorText is null ? "" : " " + cssClass + "--error"));
        control.Attributes["id"] = FieldId;
        control.Attributes["name"] = FullName;
        if (DescribedBy is { } ids)
            control.Attributes["aria-describedby"] = ids;
        if (ErrorText is not null)
            control.Attributes["aria-invalid"] = "true";
        return control;
    }

    internal static string? Written(object? value) => value switch
    {
        null => null,
        NodaTime.LocalDate date => VietnameseFormats.Date(date),
        NodaTime.LocalTime time => VietnameseFormats.Time(time),
        Enum named => named.ToString(),
        IFormattable formattable => formattable.ToString(null, VietnameseFormats.Culture),
        _ => value.ToString(),
    };

    private string? FirstError() =>
        ViewContext.ViewData.ModelState.TryGetValue(FullName, out var entry) && entry.Errors.Count > 0
            ? entry.Errors[0].ErrorMessage is { Length: > 0 } text ? text : words["Giá trị này không dùng được. Hãy kiểm tra và nhập lại."]
            : null;
}
