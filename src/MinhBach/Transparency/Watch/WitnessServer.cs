using MinhBach.Shell;
using MinhBach.TransparencyLog;

namespace MinhBach.Transparency;

/// <summary>A witness's web server: the C2SP protocol and a page about itself; no city, no database, no other request.</summary>
internal static class WitnessServer
{
    /// <summary>The longest body that is read.</summary>
    public const int MostBytes = 1 << 20;

    // Its clients are a handful of logs and of monitors.
    private const int MostConnections = 256;

    public static WebApplication Build(WitnessDesk desk, Words words, string listen)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(listen);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = MostBytes;
            server.Limits.MaxConcurrentConnections = MostConnections;
        });
        var app = builder.Build();
        var page = new WitnessPage(desk, words);
        app.MapGet("/", () => Results.Content(page.Html(), "text/html; charset=utf-8"));
        app.MapGet("/status.json", () => Results.Content(page.Json(), "application/json"));
        app.MapGet("/{hash}/checkpoint", (string hash) => Answer(desk.Latest(hash)));
        app.MapPost("/add-checkpoint", async (HttpRequest request, CancellationToken cancellation) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, cancellation);
            return Answer(desk.AddCheckpoint(body.GetBuffer().AsSpan(0, (int)body.Length)));
        });
        return app;
    }

    private static IResult Answer(WitnessAnswer answer) => Results.Text(answer.Body, answer.ContentType, contentEncoding: null, answer.Status);
}
