using System.Globalization;
using System.Text;

namespace MinhBach.ProcessMining;

/// <summary>Names of columns and attributes, compared as people compare them: without case, blanks, underscores, hyphens and diacritics.</summary>
internal static class PlainName
{
    private static readonly string[] CasePrefixes = ["case:", "(case)"];

    /// <summary>The first of the usual names that is among those there, as it is written there; null if none is.</summary>
    public static string? Find(IEnumerable<string> there, IEnumerable<string> usual)
    {
        var known = there.Order(StringComparer.Ordinal).GroupBy(Of, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        return usual.Select(name => known.GetValueOrDefault(Of(name))).FirstOrDefault(name => name is not null);
    }

    /// <summary>A name without what tells an attribute of the case from one of an event.</summary>
    public static string WithoutPrefix(string name) =>
        Array.Find(CasePrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) is { } prefix ? name[prefix.Length..].TrimStart() : name;

    /// <summary>The plain form of a name.</summary>
    public static string Of(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var character in name.Normalize(NormalizationForm.FormD))
        {
            if (character is ' ' or '_' or '-' || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark) continue;
            plain.Append(character is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(character));
        }

        return plain.ToString();
    }
}
