using System.Text;
using MinhBach.Shell;

namespace MinhBach.Procedures.Search;

/// <summary>Vietnamese words without their marks, so that “dang ky” finds “đăng ký” and “đăng kí”.</summary>
internal static class Folding
{
    /// <summary>Lower case, no diacritics, đ as d, i for y where both are written (ký, kí).</summary>
    public static string Fold(string word)
    {
        var plain = PlainLetters.Of(word);
        return plain is ['h' or 'k' or 'l' or 'm' or 's' or 't', 'y'] ? plain[0] + "i" : plain;
    }

    /// <summary>Words and codes of a text, lower case with their marks, composed.</summary>
    public static IEnumerable<string> Words(string? text)
    {
        if (string.IsNullOrEmpty(text))
            yield break;
        var composed = text.Normalize(NormalizationForm.FormC);
        var start = -1;
        for (var i = 0; i <= composed.Length; i++)
        {
            var inside = i < composed.Length && (char.IsLetterOrDigit(composed[i]) || IsPointInCode(composed, i));
            if (inside && start < 0)
                start = i;
            if (inside || start < 0)
                continue;
            yield return composed[start..i].ToLowerInvariant();
            start = -1;
        }
    }

    private static bool IsPointInCode(string text, int at) =>
        text[at] == '.' && at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);
}
