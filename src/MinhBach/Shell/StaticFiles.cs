using Microsoft.AspNetCore.StaticFiles;

namespace MinhBach.Shell;

/// <summary>A file asked for by its content's version (?v=) never changes; any other is asked for again.</summary>
internal static class StaticFiles
{
    public static void Cache(StaticFileResponseContext context) =>
        context.Context.Response.Headers.CacheControl =
            context.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600";
}
