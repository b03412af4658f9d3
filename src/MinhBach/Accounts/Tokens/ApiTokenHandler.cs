using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using MinhBach.Accounts.Demo;

namespace MinhBach.Accounts.Tokens;

/// <summary>Signs a program in by <c>Authorization: Bearer mb_…</c>, as the account that made the token and with its scopes.</summary>
internal sealed class ApiTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    ApiTokens tokens, UserManager<Account> accounts, IUserClaimsPrincipalFactory<Account> claims, DemoMode demo)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "api-token";

    private const string Bearer = "Bearer ";

    /// <summary>Whether a request brings a token; then the cookie is not asked.</summary>
    public static string? SchemeFor(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && http.Request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? SchemeName : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        if (await tokens.FindAsync(header[Bearer.Length..].Trim(), Context.RequestAborted) is not { } token) return AuthenticateResult.Fail("Unknown, expired or revoked token.");
        if (await accounts.FindByIdAsync(token.AccountId.ToString(CultureInfo.InvariantCulture)) is not { } account || (account.IsDemo && !demo.IsOn))
            return AuthenticateResult.Fail("The account of this token is closed.");
        var principal = await claims.CreateAsync(account);
        principal.AddIdentity(new ClaimsIdentity(
        [
            new Claim(ApiScopes.TokenClaim, token.Id.ToString(CultureInfo.InvariantCulture)),
            .. token.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(scope => new Claim(ApiScopes.Claim, scope)),
        ]));
        return AuthenticateResult.Success(new(principal, SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return base.HandleChallengeAsync(properties);
    }
}
