using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace MinhBach.Shell;

/// <summary>
/// Names the trace of a request by what it asked for, with the attributes of OpenTelemetry's conventions for HTTP. By the route and
/// never by the address: that names a dossier, and a trace goes to whoever runs the collector.
/// </summary>
internal sealed class RequestTrace(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpActivityFeature>()?.Activity is not { IsAllDataRequested: true } trace) return next(http);
        // When the answer begins: an error page has put its own number in place by then.
        http.Response.OnStarting(() =>
        {
            var route = http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } text } ? "/" + text.TrimStart('/') : null;
            trace.DisplayName = route is null ? http.Request.Method : $"{http.Request.Method} {route}";
            trace.SetTag("http.request.method", http.Request.Method);
            trace.SetTag("http.route", route);
            trace.SetTag("http.response.status_code", http.Response.StatusCode);
            if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError) trace.SetStatus(ActivityStatusCode.Error);
            return Task.CompletedTask;
        });
        return next(http);
    }
}
