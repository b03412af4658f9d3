using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace MinhBach.Shell;

/// <summary>
/// Names the trace of a request by what it asked for, with the attributes of OpenTelemetry's conventions for HTTP. By the route and
/// never by the address: that names a dossier, and a trace goes to whoever runs the collector.
/// </summary>
internal sealed class RequestTrace(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http) =>
        http.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } trace ? NameAsync(http, trace) : next(http);

    private Task NameAsync(HttpContext http, Activity trace)
    {
        // When the answer begins: an error page has put its own number in place by then.
        http.Response.OnStarting(() =>
        {
            var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
            trace.DisplayName = route is null ? http.Request.Method : $"{http.Request.Method} /{route.TrimStart('/')}";
            trace.SetTag("http.request.method", http.Request.Method);
            if (route is not null) trace.SetTag("http.route", "/" + route.TrimStart('/'));
            trace.SetTag("http.response.status_code", http.Response.StatusCode);
            if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError) trace.SetStatus(ActivityStatusCode.Error);
            return Task.CompletedTask;
        });
        return next(http);
    }
}
