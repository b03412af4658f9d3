using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;
using MinhBach.Transparency.Grow;
using MinhBach.TransparencyLog;

namespace MinhBach.Transparency.Serve;

/// <summary>
/// Serves the log's files as a plain file server would (c2sp.org/tlog-tiles): tiles never change, the checkpoint does.
/// </summary>
internal static partial class LogEndpoints
{
    private const string Forever = "public, max-age=31536000, immutable";
    private const string Now = "public, max-age=1, must-revalidate";
    private const string AnHour = "public, max-age=3600";

    public static void MapLogFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/log/{**path}", (string? path, HttpContext http, LogHome home) =>
        {
            if (path is null || !Served().IsMatch(path)) return Results.NotFound();
            var file = Path.GetFullPath(Path.Combine(home.Folder, path));
            var info = new FileInfo(file);
            if (!info.Exists) return Results.NotFound();
            // Anybody's page may check the log.
            http.Response.Headers.AccessControlAllowOrigin = "*";
            http.Response.Headers.CacheControl = path == LogFolder.CheckpointPath ? Now : path == LogFiles.KeyPath ? AnHour : Forever;
            return Results.File(file, TypeOf(path), lastModified: new DateTimeOffset(info.LastWriteTimeUtc), entityTag: TagOf(info));
        }).ExcludeFromDescription();

    private static EntityTagHeaderValue TagOf(FileInfo file) => new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}\""));

    private static string TypeOf(string path) => path switch
    {
        LogFolder.CheckpointPath or LogFiles.KeyPath => "text/plain; charset=utf-8",
        LogFiles.SchemaPath => "application/schema+json",
        _ when path.EndsWith(".csv", StringComparison.Ordinal) => "text/csv; charset=utf-8",
        _ => "application/octet-stream",
    };

    [GeneratedRegex(@"^(checkpoint|key|schema/v1\.json|statistics/[0-9a-f]{64}\.csv|tile/(entries|[0-5])/(x[0-9]{3}/)*[0-9]{3}(\.p/[0-9]{1,3})?)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Served();
}
