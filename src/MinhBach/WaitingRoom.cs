using System.Globalization;
using System.Text.Encodings.Web;
using MinhBach.Kernel;
using MinhBach.Shell;

namespace MinhBach;

/// <summary>Answers while the city is being prepared: how far it is, without touching the database. And tells machines.</summary>
internal sealed class WaitingRoom(RequestDelegate next, CityReadiness readiness, DatabaseHealth database, Words words, HtmlEncoder html)
{
    private static readonly string[] Files = ["/lib", "/css", "/img"];

    public Task InvokeAsync(HttpContext http)
    {
        var path = http.Request.Path;
        if (path == "/health/live") return SayAsync(http, StatusCodes.Status200OK, "alive");
        if (path == "/health/ready")
        {
            if (!readiness.IsReady) return SayAsync(http, StatusCodes.Status503ServiceUnavailable, "preparing");
            return database.IsUp ? SayAsync(http, StatusCodes.Status200OK, "ready") : SayAsync(http, StatusCodes.Status503ServiceUnavailable, "database unavailable");
        }

        return readiness.IsReady || Array.Exists(Files, folder => path.StartsWithSegments(folder, StringComparison.Ordinal)) ? next(http) : WaitAsync(http);
    }

    private static Task SayAsync(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(text);
    }

    private Task WaitAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.RetryAfter = "2";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'self'; frame-ancestors 'none'";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(Page(readiness.Progress));
    }

    private string Page(StartProgress now)
    {
        var bar = now.Share is { } share ? string.Create(CultureInfo.InvariantCulture, $"<progress max=\"100\" value=\"{share * 100:F0}\">{share:P0}</progress> <strong>{share * 100:F0} %</strong>") : "";
        return PlainPage.Html("vi", "Đang chuẩn bị", refresh: 2, $"""
                <h1 class="govuk-heading-l">Minh Bạch đang chuẩn bị</h1>
                <p class="govuk-body" role="status">{Say("vi", now)}</p>
                <p class="govuk-body">{bar}</p>
                <p class="govuk-body">Trang này tự tải lại và mở ra khi đã sẵn sàng.</p>
                <div lang="en">
                  <h2 class="govuk-heading-m">Minh Bạch is getting ready</h2>
                  <p class="govuk-body">{Say("en", now)}</p>
                  <p class="govuk-body">This page reloads by itself and opens when all is ready.</p>
                </div>
            """);
    }

    private string Say(string language, StartProgress now)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return html.Encode(words[now.Sentence, now.Values]);
    }
}
