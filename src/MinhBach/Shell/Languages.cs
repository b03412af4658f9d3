using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace MinhBach.Shell;

/// <summary>
/// The language of the words follows ?lang, the cookie, then the browser; Vietnamese when none says.
/// Dates and numbers are written and read the Vietnamese way in both.
/// </summary>
internal static class Languages
{
    public const string Cookie = "mb-lang";

    public static void Configure(RequestLocalizationOptions options)
    {
        options.DefaultRequestCulture = new RequestCulture(VietnameseFormats.Culture, CultureInfo.GetCultureInfo("vi"));
        options.SupportedCultures = [VietnameseFormats.Culture];
        options.SupportedUICultures = [CultureInfo.GetCultureInfo("vi"), CultureInfo.GetCultureInfo("en")];
        options.ApplyCurrentCultureToResponseHeaders = true;
        options.RequestCultureProviders = [new CustomRequestCultureProvider(Choose)];
    }

    public static string? Known(string? language) => language is "vi" or "en" ? language : null;

    private static Task<ProviderCultureResult?> Choose(HttpContext http)
    {
        var language = Known(http.Request.Query["lang"]) ?? Known(http.Request.Cookies[Cookie]) ?? FromBrowser(http.Request);
        return Task.FromResult(language is null ? null : new ProviderCultureResult("vi-VN", language));
    }

    private static string? FromBrowser(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(accepted => accepted.Quality ?? 1)
            .Select(accepted => accepted.Value.ToString().Split('-')[0])
            .FirstOrDefault(language => Known(language) is not null);
}

/// <summary>Remembers the language a person chose by ?lang for a year.</summary>
internal sealed class LanguageChoice(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (Languages.Known(http.Request.Query["lang"]) is { } chosen)
        {
            http.Response.Cookies.Append(Languages.Cookie, chosen, new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
            });
        }

        return next(http);
    }
}
