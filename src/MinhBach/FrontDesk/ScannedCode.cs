using System.Text.RegularExpressions;

namespace MinhBach.FrontDesk;

/// <summary>The dossier code in whatever a scanner or a person types: the code itself, or the address in a receipt's QR code.</summary>
internal static partial class ScannedCode
{
    public static string? In(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var match = Code().Match(typed.ToUpperInvariant());
        return match.Success ? match.Value : null;
    }

    // QĐ 20/2020/QĐ-TTg short form, or TT 01/2018 Đ19.
    [GeneratedRegex(@"(\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2}(\.[0-9A-Z]{1,6}){0,4}-\d{6}-\d{4,6}", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Code();
}
