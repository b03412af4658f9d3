using System.Collections;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MinhBach.Shell;

/// <summary>What radios and checkboxes share: a fieldset with a legend and one labelled control per choice.</summary>
public abstract class ChoicesTagHelper(Words words, string kind) : Field(words)
{
    public IEnumerable<Choice> Items { get; set; } = [];

    /// <summary>True sets the choices side by side.</summary>
    public bool Inline { get; set; }

    /// <summary>True makes the controls smaller, for filters.</summary>
    public bool Small { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => Group(output, html =>
    {
        html.AppendHtml(Markup.Format("<fieldset class=\"govuk-fieldset\"{0}>", Markup.Attribute("aria-describedby", DescribedBy)));
        html.AppendHtml(Heading
            ? Markup.Format("<legend class=\"govuk-fieldset__legend govuk-fieldset__legend--l\"><h1 class=\"govuk-fieldset__heading\">{0}</h1></legend>", LabelText)
            : Markup.Format("<legend class=\"govuk-fieldset__legend\">{0}</legend>", LabelText));
        AppendHintAndError(html);
        html.AppendFormat(Markup.Culture, "<div class=\"govuk-{0}{1}{2}\">", kind, Small ? $" govuk-{kind}--small" : "", Inline ? $" govuk-{kind}--inline" : "");
        var chosen = Chosen().ToHashSet(StringComparer.Ordinal);
        var index = 0;
        foreach (var item in Items)
            html.AppendHtml(Item(item, index++, chosen.Contains(item.Value)));
        html.AppendHtml("</div></fieldset>");
    });

    private IHtmlContent Item(Choice item, int index, bool isChosen)
    {
        // The first control carries the field's own id: the error summary leads there.
        var id = index == 0 ? FieldId : FieldId + "-" + index.ToString(Markup.Culture);
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass($"govuk-{kind}__input");
        input.Attributes["id"] = id;
        input.Attributes["name"] = FullName;
        input.Attributes["type"] = kind == "radios" ? "radio" : "checkbox";
        input.Attributes["value"] = item.Value;
        if (isChosen)
            input.Attributes["checked"] = "checked";
        if (item.Hint is not null)
            input.Attributes["aria-describedby"] = id + "-item-hint";
        if (ErrorText is not null && kind == "checkboxes")
            input.Attributes["aria-invalid"] = "true";
        var hint = item.Hint is null ? (IHtmlContent)HtmlString.Empty
            : Markup.Format("<div id=\"{0}-item-hint\" class=\"govuk-hint govuk-{1}__hint\">{2}</div>", id, kind, item.Hint);
        return Markup.Format("<div class=\"govuk-{0}__item\">{1}<label class=\"govuk-label govuk-{0}__label\" for=\"{2}\">{3}</label>{4}</div>",
            kind, input, id, item.Text, hint);
    }

    private IEnumerable<string> Chosen()
    {
        if (ViewContext.ViewData.ModelState.TryGetValue(FullName, out var entry) && entry.RawValue is { } raw)
            return raw is string[] many ? many : [raw.ToString() ?? ""];
        return For?.Model switch
        {
            null => [],
            string one => [one],
            IEnumerable many => many.Cast<object>().Select(value => Written(value) ?? ""),
            bool yes => [yes ? "true" : "false"],
            var one => [Written(one) ?? ""],
        };
    }
}

/// <summary>One of a few: <c>&lt;mb-radios asp-for="Channel" label="…" items="Model.Channels" /&gt;</c>.</summary>
[HtmlTargetElement("mb-radios", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RadiosTagHelper(Words words) : ChoicesTagHelper(words, "radios");

/// <summary>Any of a few, bound to a list: <c>&lt;mb-checkboxes asp-for="Papers" label="…" items="Model.AllPapers" /&gt;</c>.</summary>
[HtmlTargetElement("mb-checkboxes", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckboxesTagHelper(Words words) : ChoicesTagHelper(words, "checkboxes");
