using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>
/// Shows for half an hour that somebody typed the secret of one dossier: a protected cookie that is sent to that
/// dossier's pages alone.
/// </summary>
internal sealed class TrackingPass(IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Cookie = "mb-tra-cuu";
    private const int Minutes = 30;
    private readonly IDataProtector protector = protection.CreateProtector("MinhBach.Dossiers.TrackingPass.v1");

    public void Give(HttpContext http, DossierId dossier, string code)
    {
        var until = clock.GetUtcNow().AddMinutes(Minutes).ToUnixTimeSeconds();
        http.Response.Cookies.Append(Cookie, protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{dossier.Value}|{until}")), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Path = "/tra-cuu/" + code,
            MaxAge = TimeSpan.FromMinutes(Minutes),
            IsEssential = true,
        });
    }

    public bool IsFor(HttpContext http, DossierId dossier)
    {
        if (http.Request.Cookies[Cookie] is not { } pass) return false;
        try
        {
            var parts = protector.Unprotect(pass).Split('|');
            return parts is [var id, var until]
                && id == dossier.ToString()
                && long.Parse(until, CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds();
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    public static void TakeBack(HttpContext http, string code) => http.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/tra-cuu/" + code });
}
