using System.Globalization;
using System.Text;

namespace MinhBach.Organization.Browse;

/// <summary>Finds names whether or not their accents are typed.</summary>
internal static class Search
{
    public static bool Matches(string name, string query)
    {
        var plain = Plain(name);
        return Plain(query).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => plain.Contains(word, StringComparison.Ordinal));
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            plain.Append(char.ToLowerInvariant(letter) is 'đ' ? 'd' : char.ToLowerInvariant(letter));
        }

        return plain.ToString();
    }
}
