using MinhBach.Shell;

namespace MinhBach.Dossiers;

/// <summary>Names of people as they are looked for: “nguyen thi anh” finds “Nguyễn Thị Ánh”.</summary>
internal static class FoldedName
{
    /// <summary>Lower case, without marks, đ as d, one blank between words.</summary>
    public static string Of(string name) => string.Join(' ', PlainLetters.Of(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
