using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MinhBach.Shell;

/// <summary>Small pieces that the tag helpers share.</summary>
internal static class Markup
{
    public static CultureInfo Culture => VietnameseFormats.Culture;

    /// <summary>Text that may be absent, as an encoded attribute or nothing.</summary>
    public static IHtmlContent Attribute(string name, string? value)
    {
        var html = new HtmlContentBuilder();
        return value is null ? html : html.AppendFormat(Culture, " " + name + "=\"{0}\"", value);
    }

    public static IHtmlContent Format(string format, params object?[] args) =>
        new HtmlFormattableString(Culture, format, args!);

    /// <summary>Makes the helper's own element the given one and keeps the author's extra classes.</summary>
    public static void Become(this TagHelperOutput output, string tag, string cssClass)
    {
        output.TagName = tag;
        output.TagMode = TagMode.StartTagAndEndTag;
        var own = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", own is null ? cssClass : cssClass + " " + own);
    }
}
