using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Primitives;
using MinhBach.Kernel;

namespace MinhBach.Shell;

/// <summary>
/// How pages are kept that are the same for everybody who is not signed in: rendered once, then served from memory until
/// something that they are made of changes, and at most ten seconds. A page asks for it by
/// <c>[OutputCache(PolicyName = PublicPage.Kept)]</c>; whoever brings a cookie that says who they are gets a page of their own.
/// </summary>
public sealed class PublicPage(IEnumerable<INodeMemory> memories, IResponseCompressionProvider compression, TimeProvider clock) : IOutputCachePolicy
{
    /// <summary>The policy's name.</summary>
    public const string Kept = "public page";

    /// <summary>The cookie that goes with forms; it says nothing of who somebody is.</summary>
    public const string FormCookie = "mb-form";

    private const int Seconds = 10;
    private static readonly string[] Anonymous = [Languages.Cookie, FormCookie];

    /// <inheritdoc />
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!IsForAnybody(context.HttpContext.Request)) return ValueTask.CompletedTask;
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = TimeSpan.FromSeconds(Seconds);
        var rules = context.CacheVaryByRules;
        rules.QueryKeys = "*";
        rules.VaryByValues["made of"] = Stamp();
        rules.VaryByValues["language"] = CultureInfo.CurrentUICulture.Name;
        // Asked of whoever compresses: a guess of our own would give one browser what another can read.
        rules.VaryByValues["encoding"] = compression.GetCompressionProvider(context.HttpContext)?.EncodingName ?? "";
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc />
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var response = context.HttpContext.Response;
        // What it says to one browser alone is not for the next.
        if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie)) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    /// <summary>Whether this answer is one that everybody gets.</summary>
    internal static bool IsKept(HttpContext http) => http.Features.Get<IOutputCacheFeature>() is { Context.EnableOutputCaching: true };

    private static bool IsForAnybody(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return false;
        if (!StringValues.IsNullOrEmpty(request.Headers.Authorization) || request.Query.ContainsKey("lang")) return false;
        foreach (var cookie in request.Cookies)
        {
            if (!Anonymous.Contains(cookie.Key, StringComparer.Ordinal)) return false;
        }

        return true;
    }

    // Each of them only rises, so the sum does whenever one does.
    private string Stamp() => string.Create(CultureInfo.InvariantCulture, $"{memories.Sum(memory => memory.Version)} {clock.GetUtcNow().ToUnixTimeSeconds() / Seconds}");
}
