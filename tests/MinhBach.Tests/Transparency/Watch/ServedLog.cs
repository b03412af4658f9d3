using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using MinhBach.Testing;
using MinhBach.Transparency;
using MinhBach.TransparencyLog;

namespace MinhBach.Tests.Transparency.Watch;

/// <summary>A log's folder on a web server that can break down.</summary>
internal sealed class ServedLog : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient http = new();
    private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int waiting;

    private ServedLog(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single() + "/";

    /// <summary>What was asked for.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>Whether the line is cut in the middle of an answer.</summary>
    public Func<string, bool> IsCut { get; set; } = _ => false;

    /// <summary>No tile is given before so many are asked for at once.</summary>
    public int Gate { get; set; }

    /// <summary>The most tiles that were asked for at once.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>What every request is answered with in place of a file.</summary>
    public int? Status { get; set; }

    public static async Task<ServedLog> StartAsync(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{Loopback.FreePort()}");
        var served = new ServedLog(builder.Build());
        served.app.MapGet("/{**path}", async (HttpContext request, string? path) =>
        {
            served.Asked.Enqueue(path ?? "");
            if (served.IsCut(path ?? ""))
            {
                request.Abort();
                return;
            }

            if (served.Gate > 0 && path!.StartsWith("tile/", StringComparison.Ordinal)) await served.WaitAsync(request.RequestAborted);
            var place = Path.Combine(folder, path ?? "");
            if (served.Status is { } status) request.Response.StatusCode = status;
            else if (File.Exists(place)) await request.Response.Body.WriteAsync(await File.ReadAllBytesAsync(place));
            else request.Response.StatusCode = StatusCodes.Status404NotFound;
        });
        await served.app.StartAsync();
        return served;
    }

    /// <summary>The log over the wire, asked again without delay where it breaks.</summary>
    public SteadySource Source() => new(new HttpLogSource(http, new(Address)), TimeSpan.FromMilliseconds(1));

    private async Task WaitAsync(CancellationToken aborted)
    {
        lock (app)
        {
            MostAtOnce = Math.Max(MostAtOnce, ++waiting);
            if (waiting == Gate) open.TrySetResult();
        }

        await open.Task.WaitAsync(aborted);
        lock (app) waiting--;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }
}
