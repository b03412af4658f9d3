using System.Text;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using MinhBach.Organization.Boundaries;
using MinhBach.Shell;

namespace MinhBach.Monitoring.Wall;

/// <summary>What the page of the wall screen asks for besides itself: the areas, and the live stream.</summary>
internal static class WallEndpoints
{
    private const string RetryAfterSeconds = "30";
    private static readonly byte[] SignOfLife = "event: song\ndata:\n\n"u8.ToArray();

    public static void MapWall(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/theo-doi/man-hinh/ranh-gioi.json", Areas).ExcludeFromDescription();
        routes.MapGet("/theo-doi/man-hinh/truc-tiep", ListenAsync).ExcludeFromDescription();
    }

    private static IResult Areas(HttpContext http, BoundaryMap map)
    {
        var file = map.Current;
        if (file.IsEmpty) return Results.NotFound();
        // As with other files: what is asked for by its version never changes.
        http.Response.Headers.CacheControl = http.Request.Query["v"] == file.Version ? "public, max-age=31536000, immutable" : "public, max-age=3600";
        return Results.Bytes(file.Content, "application/geo+json", entityTag: new EntityTagHeaderValue($"\"{file.Version}\"", isWeak: true));
    }

    // The event stream of the HTML standard: a client that loses it comes back by itself.
    private static async Task ListenAsync(HttpContext http, WallFeed feed, IOptions<WallOptions> options, IHostApplicationLifetime lifetime)
    {
        if (feed.Join() is not { } place)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
            http.Response.Headers.CacheControl = "no-store";
            return;
        }

        try
        {
            // From here on it waits, and takes no work from anybody.
            http.Features.Get<AdmittedRequest>()?.Leave();
            http.Response.ContentType = "text/event-stream; charset=utf-8";
            http.Response.Headers.CacheControl = "no-store";
            // For proxies that would gather what is sent.
            http.Response.Headers["X-Accel-Buffering"] = "no";
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
            await TellAsync(http.Response, place.Reader, TimeSpan.FromMilliseconds(options.Value.SignOfLifeEvery), ending.Token);
        }
        catch (OperationCanceledException)
        {
            // The screen was switched off, or the city stops.
        }
        finally
        {
            feed.Leave(place);
        }
    }

    private static async Task TellAsync(HttpResponse response, ChannelReader<string> news, TimeSpan silence, CancellationToken cancellation)
    {
        await response.StartAsync(cancellation);
        while (true)
        {
            var text = await NextAsync(news, silence, cancellation);
            await response.Body.WriteAsync(text is null ? SignOfLife : Encoding.UTF8.GetBytes("data: " + text + "\n\n"), cancellation);
            await response.Body.FlushAsync(cancellation);
        }
    }

    private static async Task<string?> NextAsync(ChannelReader<string> news, TimeSpan silence, CancellationToken cancellation)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        waiting.CancelAfter(silence);
        try
        {
            return await news.ReadAsync(waiting.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
