using System.Text.RegularExpressions;

namespace MinhBach.Dossiers;

/// <summary>Addresses under which a dossier is followed.</summary>
internal static partial class TrackingLinks
{
    /// <summary>
    /// For the QR code: the secret stands behind #, which browsers never send, so that no server, proxy or log sees it.
    /// </summary>
    public static string WithSecret(HttpRequest request, string code, string secret) =>
        $"{request.Scheme}://{request.Host}/tra-cuu/{code}#{secret}";

    /// <summary>A code as people type it, made as it is printed: capitals, no spaces, any dash for a dash.</summary>
    public static string Clean(string? typed) =>
        Spaces().Replace((typed ?? "").Replace('–', '-').Replace('—', '-').Replace('_', '-'), "").ToUpperInvariant();

    /// <summary>Whether it has the form of a code (QĐ 20/2020/QĐ-TTg short form, or TT 01/2018 Đ19).</summary>
    public static bool LooksLikeCode(string code) => Code().IsMatch(code);

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^((\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2}(\.[0-9A-Z]{1,6}){0,4})-\d{6}-\d{4,6}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
