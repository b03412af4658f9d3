using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using MinhBach.Accounts.Tokens;
using MinhBach.Shell;

namespace MinhBach.Accounts;

/// <summary>The cookie that says who is signed in: unreadable for scripts, sent only to us, secure where the page is.</summary>
internal sealed class AccountCookies(IOptions<AccountOptions> options) : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public void Configure(CookieAuthenticationOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        if (name != IdentityConstants.ApplicationScheme) return;
        cookie.Cookie.Name = ShellModule.AccountCookie;
        // A program that brings a token is never taken for the person whose cookie came along.
        cookie.ForwardDefaultSelector = ApiTokenHandler.SchemeFor;
        cookie.LoginPath = "/dang-nhap";
        cookie.LogoutPath = "/dang-xuat";
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.ExpireTimeSpan = TimeSpan.FromHours(options.Value.SignedInHours);
        cookie.SlidingExpiration = true;
        // A page that is not for you says so in place (403); only strangers are sent to sign in, and programs never are.
        cookie.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
        var redirect = cookie.Events.OnRedirectToLogin;
        cookie.Events.OnRedirectToLogin = context =>
            context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) ? Answer(context, StatusCodes.Status401Unauthorized) : redirect(context);
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
