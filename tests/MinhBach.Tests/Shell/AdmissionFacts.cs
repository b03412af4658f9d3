using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MinhBach.Shell;

namespace MinhBach.Tests.Shell;

/// <summary>More than can be answered is sent away at once; whoever works here has a share that visitors cannot take.</summary>
public sealed class AdmissionFacts : IAsyncLifetime
{
    private const int AtOnce = 16;
    private const int OfVisitors = 12;

    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim arrived = new(0);
    private readonly StopWatch clock = new();
    private WebApplication app = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(Unhurried.Alone);
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddShell();
        // Other tests keep this process's threads busy; what waits for one is tried alone.
        builder.Services.Configure<AdmissionOptions>(limits => (limits.AtOnce, limits.Waiting) = (AtOnce, 100_000));
        app = builder.Build();
        app.UseShell();
        app.MapMethods("/slow", ["GET", "POST"], async () =>
        {
            arrived.Release();
            await released.Task;
            return "done";
        });
        app.MapGet("/api/quick", () => "done");
        await app.StartAsync();
        client = app.GetTestClient();
    }

    [Fact]
    public async Task A_rush_of_visitors_is_sent_away_at_once_and_officials_go_on()
    {
        var held = await HoldAsync(OfVisitors);
        await LetMomentPassAsync();

        using var turnedAway = await client.GetAsync(new Uri("/slow", UriKind.Relative), Stop);
        using var program = await client.GetAsync(new Uri("/api/quick", UriKind.Relative), Stop);
        using var official = await AskAsync("/api/quick", request => request.Headers.Add("Cookie", ShellModule.AccountCookie + "=x"));
        using var token = await AskAsync("/api/quick", request => request.Headers.Add("Authorization", "Bearer mb_x"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, turnedAway.StatusCode);
        Assert.InRange(turnedAway.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 2, 6);
        Assert.True(turnedAway.Headers.CacheControl!.NoStore);
        Assert.Contains("default-src 'self'", turnedAway.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var page = await ShellHost.Read(turnedAway);
        Assert.Equal("vi", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Hệ thống đang bận, hãy thử lại sau ít phút", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, program.StatusCode);
        Assert.Equal("application/problem+json", program.Content.Headers.ContentType!.MediaType);
        Assert.Contains("\"code\":\"busy\"", await program.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, official.StatusCode);
        Assert.Equal(HttpStatusCode.OK, token.StatusCode);
        Assert.Equal(2, app.Services.GetRequiredService<AdmissionMeter>().Total);
        await ReleaseAsync(held);
    }

    [Fact]
    public async Task Officials_too_are_sent_away_when_all_is_taken_and_everybody_is_back_when_it_is_over()
    {
        var held = await HoldAsync(AtOnce, "Bearer mb_x");
        await LetMomentPassAsync();

        using var official = await AskAsync("/api/quick", request => request.Headers.Add("Authorization", "Bearer mb_x"));
        using var english = await AskAsync("/slow", request => request.Headers.Add("Accept-Language", "en"));
        await ReleaseAsync(held);
        using var after = await client.GetAsync(new Uri("/api/quick", UriKind.Relative), Stop);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, official.StatusCode);
        Assert.Equal("The system is busy, try again in a few minutes", (await ShellHost.Read(english)).QuerySelector("h1")!.TextContent);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task What_comes_together_in_one_moment_is_answered()
    {
        var held = await HoldAsync(4 * OfVisitors);

        using var tooMany = await client.GetAsync(new Uri("/api/quick", UriKind.Relative), Stop);
        clock.Advance(Crowd.Patience * 2);
        using var later = await AskAsync("/api/quick", request => request.Headers.Add("Authorization", "Bearer mb_x"));
        await ReleaseAsync(held);
        using var calm = await client.GetAsync(new Uri("/api/quick", UriKind.Relative), Stop);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, tooMany.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, later.StatusCode);
        Assert.Equal(HttpStatusCode.OK, calm.StatusCode);
    }

    [Fact]
    public void A_rush_that_takes_breath_is_still_the_same_rush()
    {
        var crowd = new Crowd(clock);

        Assert.True(crowd.MayPass());
        clock.Advance(Crowd.Patience * 2);
        Assert.False(crowd.MayPass());
        clock.Advance(TimeSpan.FromSeconds(4));
        Assert.False(crowd.MayPass());
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.True(crowd.MayPass());
    }

    [Fact]
    public async Task A_large_file_on_a_slow_line_takes_nobodys_place()
    {
        var uploads = Enumerable.Range(0, AtOnce).Select(_ => client.PostAsync(new Uri("/slow", UriKind.Relative), new ByteArrayContent(new byte[100_000]), Stop)).ToList();
        foreach (var _ in uploads) await arrived.WaitAsync(Stop);

        using var answer = await client.GetAsync(new Uri("/api/quick", UriKind.Relative), Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await ReleaseAsync(uploads);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        arrived.Dispose();
        await app.DisposeAsync();
    }

    // Twelve are there for longer than one moment.
    private async Task LetMomentPassAsync()
    {
        using var _ = await client.GetAsync(new Uri("/api/quick", UriKind.Relative), Stop);
        clock.Advance(Crowd.Patience * 2);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<List<Task<HttpResponseMessage>>> HoldAsync(int count, string? authorization = null)
    {
        var held = new List<Task<HttpResponseMessage>>();
        for (var i = 0; i < count; i++)
        {
            held.Add(AskAsync("/slow", request => request.Headers.TryAddWithoutValidation("Authorization", authorization)));
            await arrived.WaitAsync(Stop);
        }

        return held;
    }

    private async Task ReleaseAsync(List<Task<HttpResponseMessage>> held)
    {
        released.SetResult();
        foreach (var answer in await Task.WhenAll(held))
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            answer.Dispose();
        }
    }

    private async Task<HttpResponseMessage> AskAsync(string path, Action<HttpRequestMessage> with)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        with(request);
        return await client.SendAsync(request, Stop);
    }

    private sealed class StopWatch : TimeProvider
    {
        private long ticks = TimeSpan.TicksPerDay;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Read(ref ticks);

        public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
    }
}
