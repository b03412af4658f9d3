using System.Globalization;
using System.Text;

namespace MinhBach.Shell;

/// <summary>Vietnamese as it is typed in a hurry: “dang ky” for “Đăng ký”.</summary>
public static class PlainLetters
{
    /// <summary>Lower case, without marks, đ as d; everything else stays.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            var lower = char.ToLowerInvariant(letter);
            plain.Append(lower == 'đ' ? 'd' : lower);
        }

        return plain.ToString();
    }
}
