using Microsoft.Extensions.Options;

namespace MinhBach.Shell;

/// <summary>
/// Sends away what comes when too much is being answered already, at once and for next to nothing: a request that waits behind
/// hundreds of others takes memory, and is answered when nobody reads it any more. Whoever is at work here keeps a share
/// that a rush of visitors cannot take.
/// </summary>
internal sealed class Admission
{
    // What is longer than a form waits for its sender's line rather than for us.
    private const int LongestForm = 64 << 10;

    // As many of those who are answered at once may be there in a moment's crowd.
    private const int Briefly = 4;

    private readonly RequestDelegate next;
    private readonly BusyPage busy;
    private readonly AdmissionMeter meter;
    private readonly Crowd crowd;
    private readonly int atOnce;
    private readonly int waiting;
    private readonly Action leave;
    private int answering;

    public Admission(RequestDelegate next, BusyPage busy, AdmissionMeter meter, IOptions<AdmissionOptions> options, TimeProvider clock)
    {
        (this.next, this.busy, this.meter, crowd) = (next, busy, meter, new(clock));
        (atOnce, waiting) = (options.Value.AtOnce, options.Value.Waiting);
        leave = () => Interlocked.Decrement(ref answering);
    }

    public Task InvokeAsync(HttpContext http)
    {
        if (http.Request.ContentLength > LongestForm) return next(http);
        if (IsRoom(Interlocked.Increment(ref answering), IsVisitor(http.Request) ? 0.75 : 1)) return AnswerAsync(http);
        Interlocked.Decrement(ref answering);
        meter.SentAway();
        return busy.SayAsync(http);
    }

    // Two places where work piles up: requests that wait for the database, and those for which no thread is free. The latter
    // have not come as far as here, so the thread pool is asked.
    private bool IsRoom(int there, double share) =>
        (there <= atOnce * share && ThreadPool.PendingWorkItemCount <= waiting * share) || (crowd.MayPass() && there <= Briefly * atOnce * share);

    private async Task AnswerAsync(HttpContext http)
    {
        var admitted = new AdmittedRequest(leave);
        http.Features.Set(admitted);
        try
        {
            await next(http);
        }
        finally
        {
            admitted.Leave();
        }
    }

    private static bool IsVisitor(HttpRequest request) => request.Headers.Authorization.Count == 0 && !request.Cookies.ContainsKey(ShellModule.AccountCookie);
}
