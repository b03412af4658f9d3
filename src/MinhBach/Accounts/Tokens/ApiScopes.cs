using System.Security.Claims;

namespace MinhBach.Accounts;

/// <summary>What an API token may do. A person at a browser is bound by their post alone.</summary>
public static class ApiScopes
{
    /// <summary>Reads dossiers and tasks in the account's sight.</summary>
    public const string ReadDossiers = "dossiers.read";

    /// <summary>Acts on dossiers as the account may.</summary>
    public const string WriteDossiers = "dossiers.write";

    internal const string Claim = "mb:scope";

    internal const string TokenClaim = "mb:api-token";

    /// <summary>All scopes.</summary>
    public static IReadOnlyList<string> All { get; } = [ReadDossiers, WriteDossiers];

    /// <summary>Whether the caller may: a token needs the scope, a cookie does not.</summary>
    public static bool Allows(this ClaimsPrincipal user, string scope) =>
        !user.HasClaim(claim => claim.Type == TokenClaim) || user.HasClaim(Claim, scope);

    /// <summary>Answers 403 to tokens that lack the scope.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoint, string scope)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddEndpointFilter(async (context, next) => context.HttpContext.User.Allows(scope)
            ? await next(context)
            : TypedResults.Problem(statusCode: StatusCodes.Status403Forbidden, extensions: [KeyValuePair.Create("code", (object?)("scope." + scope))]));

    /// <summary>What people call a scope (a Vietnamese sentence for the words).</summary>
    internal static string Name(string scope) => scope switch
    {
        ReadDossiers => "Xem hồ sơ và việc trong phạm vi của tôi",
        WriteDossiers => "Xử lý hồ sơ thay tôi",
        _ => scope,
    };
}
