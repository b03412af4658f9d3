using System.Text;
using System.Text.RegularExpressions;

namespace MinhBach.Procedures.Import;

/// <summary>Cleans what the national portal's pages put around and between the words.</summary>
internal static partial class PortalText
{
    /// <summary>What the portal prints where a field is empty.</summary>
    public const string NoInformation = "Không có thông tin";

    // From the first of these words on, a page's own buttons and menus follow the text.
    private static readonly string[] Furniture =
    [
        "Từ khóaKhông có thông tin", "Từ khóaMô tả", "Chọn cơ quan thực hiệnTỉnh/ Thành phố", "Hệ thống chỉ hiển thị những cơ quan",
    ];

    /// <summary>One line of composed characters with single spaces.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        return Spaces().Replace(text.Normalize(NormalizationForm.FormC), " ").Trim();
    }

    /// <summary>Keeps lines, tidies the spaces inside them, drops page furniture; null when nothing is said.</summary>
    public static string? Paragraphs(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var bare = WithoutFurniture(text.Normalize(NormalizationForm.FormC));
        var lines = bare.Split('\n').Select(Clean).Where(line => line.Length > 0);
        var joined = string.Join('\n', lines);
        return SaysNothing(joined) ? null : joined;
    }

    /// <summary>The text up to the portal's own buttons and menus.</summary>
    public static string WithoutFurniture(string text)
    {
        var end = text.Length;
        foreach (var mark in Furniture)
        {
            var at = text.IndexOf(mark, StringComparison.Ordinal);
            if (at >= 0 && at < end)
                end = at;
        }

        return text[..end];
    }

    public static bool SaysNothing(string? text) =>
        string.IsNullOrWhiteSpace(text) || text.Trim().TrimEnd('.').Equals(NoInformation, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"[\s\u00A0\u200B\uFEFF]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
