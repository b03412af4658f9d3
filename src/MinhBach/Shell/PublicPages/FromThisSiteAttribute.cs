using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace MinhBach.Shell;

/// <summary>
/// For forms on pages that are the same for everybody and cannot carry one browser's token: takes what is sent only from this
/// site's own pages, as the browser says itself (Sec-Fetch-Site, Origin; OWASP CSRF Prevention, "Fetch Metadata").
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FromThisSiteAttribute : Attribute, IAuthorizationFilter
{
    /// <inheritdoc />
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !IsOwn(request)) context.Result = new BadRequestResult();
    }

    private static bool IsOwn(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);
    }
}
