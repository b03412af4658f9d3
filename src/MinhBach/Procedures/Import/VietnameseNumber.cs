using System.Globalization;

namespace MinhBach.Procedures.Import;

/// <summary>Small numbers as they stand in terms: “07”, “1,5”, “½”, “nửa”, “mười lăm”.</summary>
internal static class VietnameseNumber
{
    /// <summary>Matches one number, in figures or in words.</summary>
    public const string Pattern =
        @"(?:\d{1,3}(?:[.,]\d{1,2})?|1/2|½|nửa|(?:(?:một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|mốt|trăm|linh)(?:\s+(?=một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|mốt|trăm|linh))?)+)";

    private static readonly Dictionary<string, int> Digits = new(StringComparer.OrdinalIgnoreCase)
    {
        ["một"] = 1,
        ["mốt"] = 1,
        ["hai"] = 2,
        ["ba"] = 3,
        ["bốn"] = 4,
        ["tư"] = 4,
        ["năm"] = 5,
        ["lăm"] = 5,
        ["sáu"] = 6,
        ["bảy"] = 7,
        ["bẩy"] = 7,
        ["tám"] = 8,
        ["chín"] = 9,
    };

    /// <summary>The number, or null when the text is none.</summary>
    public static decimal? Read(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
            return null;
        if (trimmed is "½" or "1/2" || trimmed.Equals("nửa", StringComparison.OrdinalIgnoreCase))
            return 0.5m;
        if (char.IsAsciiDigit(trimmed[0]))
        {
            return decimal.TryParse(trimmed.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                ? value
                : null;
        }

        return InWords(trimmed);
    }

    private static decimal? InWords(string text)
    {
        int total = 0, last = 0;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var lower = word.ToLower(CultureInfo.InvariantCulture);
            if (lower == "mười")
                (total, last) = (total + 10, 0);
            else if (lower == "mươi")
                (total, last) = (total - last + (last * 10), 0);
            else if (lower == "trăm")
                (total, last) = (total - last + (last * 100), 0);
            else if (lower == "linh")
                last = 0;
            else if (Digits.TryGetValue(lower, out var digit))
                (total, last) = (total + digit, digit);
            else
                return null;
        }

        return total == 0 ? null : total;
    }
}
