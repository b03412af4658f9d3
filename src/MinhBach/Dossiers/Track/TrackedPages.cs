using Microsoft.AspNetCore.OutputCaching;
using MinhBach.Shell;

namespace MinhBach.Dossiers;

/// <summary>
/// Keeps the tracking page as everybody sees it who knows the code alone. This node's writes drop it at once; what other nodes
/// write is seen two seconds later.
/// </summary>
internal sealed class TrackedPages(PublicPage pages) : IOutputCachePolicy
{
    public const string Kept = "tracked page";

    public static string Tag(string code) => "dossier " + code;

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        await pages.CacheRequestAsync(context, cancellation);
        context.ResponseExpirationTimeSpan = TimeSpan.FromSeconds(2);
        if (context.HttpContext.Request.RouteValues["code"] is string code) context.Tags.Add(Tag(code));
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => pages.ServeFromCacheAsync(context, cancellation);

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation) => pages.ServeResponseAsync(context, cancellation);
}
