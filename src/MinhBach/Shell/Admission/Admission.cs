using Microsoft.Extensions.Options;

namespace MinhBach.Shell;

/// <summary>
/// Sends away what comes when too much is being answered already, at once and for next to nothing: a request that waits behind
/// hundreds of others takes memory, and is answered when nobody reads it any more. Whoever is at work here keeps a share
/// that a rush of visitors cannot take.
/// </summary>
internal sealed class Admission(RequestDelegate next, BusyPage busy, AdmissionMeter meter, IOptions<AdmissionOptions> options)
{
    // What is longer than a form waits for its sender's line rather than for us.
    private const int LongestForm = 64 << 10;

    private readonly int most = options.Value.AtOnce;
    private readonly int mostOfVisitors = options.Value.AtOnce * 3 / 4;
    private int answering;

    public Task InvokeAsync(HttpContext http)
    {
        if (http.Request.ContentLength > LongestForm) return next(http);
        var limit = IsVisitor(http.Request) ? mostOfVisitors : most;
        if (Interlocked.Increment(ref answering) <= limit) return AnswerAsync(http);
        Interlocked.Decrement(ref answering);
        meter.SentAway();
        return busy.SayAsync(http);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        finally
        {
            Interlocked.Decrement(ref answering);
        }
    }

    private static bool IsVisitor(HttpRequest request) => request.Headers.Authorization.Count == 0 && !request.Cookies.ContainsKey(ShellModule.AccountCookie);
}
