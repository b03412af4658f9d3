using System.Buffers;

namespace MinhBach.Shell;

/// <summary>
/// Text that no keyboard types: control characters, or bytes that were no UTF-8. A name kept so would be wrong on every
/// paper, and PostgreSQL refuses some of it.
/// </summary>
/// <param name="where">The field, parameter or part of the address.</param>
internal sealed class IllegibleText(string where) : BadHttpRequestException($"Illegible text in {where}.", StatusCodes.Status400BadRequest)
{
    private const int LongestName = 60;

    private static readonly SearchValues<char> Illegible = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code).Except(['\t', '\n', '\r']), '\u007F', '\uFFFD']);

    /// <summary>Where it stood, short enough to show.</summary>
    public string Where { get; } = Short(where);

    /// <summary>Whether people can read it.</summary>
    public static bool IsLegible(string? text) => text.AsSpan().IndexOfAny(Illegible) < 0;

    /// <summary>Refuses what people cannot read.</summary>
    /// <exception cref="IllegibleText">It is illegible.</exception>
    public static void Refuse(string where, string? text)
    {
        if (!IsLegible(text)) throw new IllegibleText(where);
    }

    private static string Short(string where) =>
        IsLegible(where) ? where.Length <= LongestName ? where : where[..LongestName] : "…";
}
