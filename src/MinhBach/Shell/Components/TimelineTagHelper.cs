using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MinhBach.Shell;

/// <summary>What happened and what is to come, in order.</summary>
[HtmlTargetElement("mb-timeline")]
public sealed class TimelineTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("ol", "mb-timeline");
}

/// <summary>
/// One step: <c>&lt;mb-timeline-item title="Thẩm định" when="15:04 ngày 22/11/2026" state="now"&gt;…&lt;/mb-timeline-item&gt;</c>.
/// States: done, now, late (now and past its due date), todo (default).
/// </summary>
[HtmlTargetElement("mb-timeline-item", ParentTag = "mb-timeline")]
public sealed class TimelineItemTagHelper(Words words) : TagHelper
{
    public string Title { get; set; } = "";

    public string? When { get; set; }

    public string State { get; set; } = "todo";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("li", "mb-timeline__item mb-timeline__item--" + State);
        if (State is "now" or "late")
            output.Attributes.SetAttribute("aria-current", "step");
        var status = State switch
        {
            "done" => words["Đã xong"],
            "now" => words["Đang làm"],
            "late" => words["Đang làm, đã quá hạn"],
            _ => words["Chưa đến"],
        };
        output.PreContent.AppendHtml(Markup.Format(
            "<p class=\"mb-timeline__title\">{0} <span class=\"mb-timeline__state\">{1}</span></p>", Title, status));
        if (When is not null)
            output.PreContent.AppendHtml(Markup.Format("<p class=\"mb-timeline__when\">{0}</p>", When));
        output.PreContent.AppendHtml("<div class=\"mb-timeline__body\">");
        output.PostContent.AppendHtml("</div>");
    }
}
