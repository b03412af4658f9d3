using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MinhBach.Benchmarks.LogVerify;

/// <summary>A log's folder on a web server on loopback that answers as late as one far away.</summary>
internal sealed class DistantServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private int asked;

    private DistantServer(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single() + "/");

    /// <summary>Files that were asked for since the last time this was read.</summary>
    public int TakeAsked() => Interlocked.Exchange(ref asked, 0);

    public static async Task<DistantServer> StartAsync(string folder, TimeSpan delay)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new DistantServer(builder.Build());
        server.app.MapGet("/{**path}", async (HttpContext request, string path) =>
        {
            Interlocked.Increment(ref server.asked);
            await Task.Delay(delay, request.RequestAborted);
            var place = Path.Combine(folder, path);
            if (File.Exists(place)) await request.Response.Body.WriteAsync(await File.ReadAllBytesAsync(place, request.RequestAborted), request.RequestAborted);
            else request.Response.StatusCode = StatusCodes.Status404NotFound;
        });
        await server.app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
