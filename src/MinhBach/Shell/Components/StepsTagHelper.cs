using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MinhBach.Shell;

/// <summary>A list of parts of one piece of work, each with where it stands.</summary>
[HtmlTargetElement("mb-steps")]
public sealed class StepsTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("ul", "govuk-task-list");
}

/// <summary>
/// One part: <c>&lt;mb-step title="Giấy tờ" href="…" status="Đã xong" kind="done" hint="…" /&gt;</c>. Without href it cannot be started yet.
/// </summary>
[HtmlTargetElement("mb-step", ParentTag = "mb-steps", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StepTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    public string? Href { get; set; }

    public string? Hint { get; set; }

    public string Status { get; set; } = "";

    /// <summary>A kind of mb-tag; "done" is plain text.</summary>
    public string Kind { get; set; } = "neutral";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = "phan-" + context.UniqueId;
        output.Become("li", Href is null ? "govuk-task-list__item" : "govuk-task-list__item govuk-task-list__item--with-link");
        var described = Markup.Attribute("aria-describedby", Hint is null ? id : id + "-hint " + id);
        var name = Href is null
            ? Markup.Format("<div>{0}</div>", Title)
            : Markup.Format("<a class=\"govuk-link govuk-task-list__link\" href=\"{0}\"{1}>{2}</a>", Href, described, Title);
        var hint = Hint is null ? (IHtmlContent)HtmlString.Empty : Markup.Format("<div id=\"{0}-hint\" class=\"govuk-task-list__hint\">{1}</div>", id, Hint);
        var status = Kind == "done" ? Markup.Format("{0}", Status)
            : Markup.Format("<strong class=\"govuk-tag govuk-tag--{0}\">{1}</strong>", Kind is "late" ? "red" : Kind is "active" or "new" ? "blue" : "grey", Status);
        output.Content.SetHtmlContent(Markup.Format(
            "<div class=\"govuk-task-list__name-and-hint\">{0}{1}</div><div class=\"govuk-task-list__status\" id=\"{2}\">{3}</div>", name, hint, id, status));
    }
}
