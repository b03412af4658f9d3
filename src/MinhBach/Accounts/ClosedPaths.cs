using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace MinhBach.Accounts;

/// <summary>
/// Pages of the staff are closed unless they say whom they are open to: one that forgot its policy answers nobody, rather
/// than everybody.
/// </summary>
internal sealed class ClosedPaths(RequestDelegate next)
{
    public static readonly IReadOnlyList<string> Prefixes = ["/quan-tri", "/mot-cua", "/cong-viec", "/viec", "/quay"];

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<IAuthorizeData>() is null && IsClosed(http.Request.Path))
        {
            if (http.User.Identity?.IsAuthenticated == true) await http.ForbidAsync();
            else await http.ChallengeAsync();
            return;
        }

        await next(http);
    }

    private static bool IsClosed(PathString path) => Prefixes.Any(prefix => path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase));
}
