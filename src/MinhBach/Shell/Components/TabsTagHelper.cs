using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MinhBach.Shell;

/// <summary>Views of one list as links: each tab is a page of its own and works without scripts.</summary>
[HtmlTargetElement("mb-tabs")]
public sealed class TabsTagHelper : TagHelper
{
    /// <summary>What the tabs choose, for screen readers.</summary>
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("nav", "mb-tabs");
        output.Attributes.SetAttribute("aria-label", Label);
        output.PreContent.AppendHtml("<ul class=\"mb-tabs__list\">");
        output.PostContent.AppendHtml("</ul>");
    }
}

/// <summary>One tab: <c>&lt;mb-tab href="?the=cua-toi" current="true" count="12"&gt;Của tôi&lt;/mb-tab&gt;</c>.</summary>
[HtmlTargetElement("mb-tab", ParentTag = "mb-tabs")]
public sealed class TabTagHelper(Words words) : TagHelper
{
    public string Href { get; set; } = "";

    public bool Current { get; set; }

    public long? Count { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("li", "mb-tabs__item");
        output.PreContent.AppendHtml(Markup.Format("<a class=\"mb-tabs__link\" href=\"{0}\"{1}>", Href, Markup.Attribute("aria-current", Current ? "page" : null)));
        if (Count is { } count)
            output.PostContent.AppendHtml(Markup.Format(" <span class=\"mb-tabs__count\">{0}</span>", words.Number(count)));
        output.PostContent.AppendHtml("</a>");
    }
}
