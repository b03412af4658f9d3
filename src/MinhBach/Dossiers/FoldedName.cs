using System.Globalization;
using System.Text;

namespace MinhBach.Dossiers;

/// <summary>Names of people as they are looked for: “nguyen thi anh” finds “Nguyễn Thị Ánh”.</summary>
internal static class FoldedName
{
    /// <summary>Lower case, without marks, đ as d, one blank between words.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var sign in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsWhiteSpace(sign))
            {
                if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
                continue;
            }

            var lower = char.ToLowerInvariant(sign);
            text.Append(lower == 'đ' ? 'd' : lower);
        }

        return text.ToString().TrimEnd();
    }
}
