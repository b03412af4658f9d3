using Microsoft.AspNetCore.DataProtection;

namespace MinhBach.Dossiers;

/// <summary>
/// Which drafts this browser may open: a protected cookie. The address of a draft alone opens nothing, so an address in
/// a log or a forwarded message gives nobody's data away.
/// </summary>
internal sealed class DraftKeys(IDataProtectionProvider protection)
{
    private const string Cookie = "mb-ban-nhap";
    private const int MaxTokens = 20;
    private readonly IDataProtector protector = protection.CreateProtector("MinhBach.Dossiers.DraftKeys.v1");

    public IReadOnlyList<string> Of(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } sealedTokens) return [];
        try
        {
            return protector.Unprotect(sealedTokens).Split(',', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return [];
        }
    }

    public bool Holds(HttpContext http, string token) => Of(http).Contains(token, StringComparer.Ordinal);

    public void Add(HttpContext http, string token) =>
        Write(http, [token, .. Of(http).Where(other => other != token).Take(MaxTokens - 1)]);

    public void Remove(HttpContext http, string token) => Write(http, Of(http).Where(other => other != token));

    private void Write(HttpContext http, IEnumerable<string> tokens) => http.Response.Cookies.Append(Cookie, protector.Protect(string.Join(',', tokens)), new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        MaxAge = TimeSpan.FromDays(DraftStore.KeptDays),
        IsEssential = true,
    });
}
