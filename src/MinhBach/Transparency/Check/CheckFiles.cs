using Microsoft.Net.Http.Headers;

namespace MinhBach.Transparency;

/// <summary>What belongs to the page beside itself.</summary>
internal static class CheckFiles
{
    public static void MapCheckFiles(this IEndpointRouteBuilder routes)
    {
        // Saved, never shown from here: in a browser it would run under this site's name and policy.
        routes.MapGet(CheckAddress.Offline, (OfflinePage offline) => Results.File(offline.Make(), "text/html; charset=utf-8", "kiem-chung.html"))
            .ExcludeFromDescription();
        // A script answers for pages below its own folder unless it is said otherwise.
        routes.MapGet(CheckAddress.Worker, (IWebHostEnvironment site, HttpContext http) =>
        {
            http.Response.Headers["Service-Worker-Allowed"] = CheckAddress.Page;
            http.Response.Headers[HeaderNames.CacheControl] = "no-cache";
            return Results.File(site.WebRootFileProvider.GetFileInfo("js/verify-worker.js").CreateReadStream(), "text/javascript; charset=utf-8");
        }).ExcludeFromDescription();
    }
}
