using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using MinhBach.Shell;
using MinhBach.Testing;
using MinhBach.Tests.Operations;
using MinhBach.Transparency;
using NodaTime;

namespace MinhBach.Tests.Transparency.Watch;

public sealed class MonitorFacts : IDisposable
{
    private readonly MadeLog log = new();
    private readonly TestClock clock = new();
    private readonly Heard heard = new();

    [Fact]
    public async Task Each_thing_is_told_once_and_its_end_as_well()
    {
        Grow();
        var monitor = Monitor();
        await monitor.LookAsync();
        Assert.Empty(heard.Alerts);

        log.Spoil("tile/entries/000", bytes => [.. bytes[..^1], (byte)(bytes[^1] ^ 1)]);
        clock.Advance(Duration.FromHours(25));
        Grow();
        await monitor.LookAsync();
        await monitor.LookAsync();
        var found = Assert.Single(heard.Alerts);
        Assert.Equal((AlertKind.Found, MadeLog.Origin), (found.Kind, found.Origin));
        Assert.Contains("tile/entries/000", Assert.Single(found.Findings), StringComparison.Ordinal);

        log.Spoil("tile/entries/000", bytes => [.. bytes[..^1], (byte)(bytes[^1] ^ 1)]);
        await monitor.LookAsync();
        Assert.Equal([AlertKind.Found, AlertKind.Well], heard.Alerts.Select(alert => alert.Kind));
    }

    [Fact]
    public async Task A_log_that_falls_silent_is_told_of_and_one_that_goes_on_too()
    {
        Grow();
        var monitor = Monitor();
        await monitor.LookAsync();
        clock.Advance(Duration.FromMinutes(59));
        Assert.False((await monitor.LookAsync()).IsStale);
        clock.Advance(Duration.FromMinutes(2));
        Assert.True((await monitor.LookAsync()).IsStale);
        await monitor.LookAsync();
        Assert.Equal(AlertKind.Stale, Assert.Single(heard.Alerts).Kind);
        Grow();
        Assert.False((await monitor.LookAsync()).IsStale);
        Assert.Equal([AlertKind.Stale, AlertKind.Well], heard.Alerts.Select(alert => alert.Kind));
    }

    [Fact]
    public async Task A_log_that_cannot_be_reached_is_told_of_when_it_lasts()
    {
        Grow();
        await using var served = await ServedLog.StartAsync(log.Folder);
        var watched = new WatchedLog(served.Address, served.Source(), new() { Keys = [log.Key.Verifier] }, new(log.State), clock);
        var monitor = new LogMonitor(served.Address, watched, new(), [heard], new Words(), clock);
        await monitor.LookAsync();
        foreach (var status in (int[])[503, 429, 403])
        {
            served.Status = status;
            Assert.Contains($" {status}.", (await monitor.LookAsync()).Unreachable, StringComparison.Ordinal);
        }

        served.IsCut = _ => true;
        Assert.NotNull((await monitor.LookAsync()).Unreachable);
        Assert.Empty(heard.Alerts);
        clock.Advance(Duration.FromMinutes(61));
        await monitor.LookAsync();
        var alert = Assert.Single(heard.Alerts);
        Assert.Equal(AlertKind.Stale, alert.Kind);
        Assert.Contains(MadeLog.Origin, alert.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_was_never_reached_is_told_of_as_well()
    {
        var monitor = Monitor();
        Assert.NotNull((await monitor.LookAsync()).Unreachable);
        clock.Advance(Duration.FromMinutes(61));
        Assert.True((await monitor.LookAsync()).IsStale);
        Assert.Equal(AlertKind.Stale, Assert.Single(heard.Alerts).Kind);
    }

    [Fact]
    public async Task What_could_not_be_told_is_told_after_the_next_look()
    {
        log.Dossier().Received(MadeLog.Morning(3, 2), new(2026, 3, 20)).Skip().Completed(MadeLog.Morning(3, 9));
        log.Seal();
        heard.IsDeaf = true;
        var monitor = Monitor();
        Assert.Equal(["deaf"], (await monitor.LookAsync()).Untold);
        heard.IsDeaf = false;
        Assert.Empty((await monitor.LookAsync()).Untold);
        Assert.Equal(AlertKind.Found, Assert.Single(heard.Alerts).Kind);
    }

    [Fact]
    public async Task A_program_is_told_in_its_environment_and_never_by_a_shell()
    {
        var (program, told) = (Path.Combine(log.State, "alert"), Path.Combine(log.State, "told"));
        Directory.CreateDirectory(log.State);
        await File.WriteAllTextAsync(program, $"#!/bin/sh\n[ $# -eq 0 ] && printf '%s|%s|%s' \"$MINHBACH_ALERT_KIND\" \"$MINHBACH_ALERT_SIZE\" \"$MINHBACH_ALERT_FINDINGS\" > '{told}'\n");
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var alert = new MonitorAlert(AlertKind.Found, "http://x/", "x", 7, clock.Now, "…", ["$(touch x)", "`'\";"]);

        await new AlertCommand(program).TellAsync(alert, default);

        Assert.Equal("found|7|$(touch x)\n`'\";", await File.ReadAllTextAsync(told));
        await Assert.ThrowsAsync<IOException>(() => new AlertCommand("/bin/false").TellAsync(alert, default));
        await Assert.ThrowsAsync<IOException>(() => new AlertCommand(Path.Combine(log.State, "absent")).TellAsync(alert, default));
    }

    [Fact]
    public async Task A_web_address_is_posted_to()
    {
        var posted = "";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{Loopback.FreePort()}");
        await using var app = builder.Build();
        app.MapPost("/hook", async (HttpRequest request) => posted = await new StreamReader(request.Body).ReadToEndAsync());
        await app.StartAsync();
        using var http = new HttpClient();
        var alert = new MonitorAlert(AlertKind.Stale, "http://x/", "x", 7, clock.Now, "Nhật ký im lặng", []);

        await new AlertWebhook(http, new(app.Urls.Single() + "/hook")).TellAsync(alert, default);

        using var json = JsonDocument.Parse(posted);
        Assert.Equal(("stale", 7, "Nhật ký im lặng"), (json.RootElement.GetProperty("kind").GetString(), json.RootElement.GetProperty("size").GetInt32(), json.RootElement.GetProperty("summary").GetString()));
        await Assert.ThrowsAsync<IOException>(() => new AlertWebhook(http, new(app.Urls.Single() + "/absent")).TellAsync(alert, default));
    }

    [Theory]
    [InlineData("--every", "5")]
    [InlineData("--every", "0m")]
    [InlineData("--stale", "x")]
    [InlineData("--webhook", "ftp://x/")]
    public async Task What_is_no_schedule_is_bad_input(string option, string value) =>
        Assert.Equal(2, (await CommandRun.RunAsync("log", "monitor", log.Folder, option, value)).Code);

    public void Dispose() => log.Dispose();

    private LogMonitor Monitor() => new(log.Folder, log.Watched(clock: clock), new(), [heard], new Words(), clock);

    private void Grow()
    {
        for (var i = 0; i < 100; i++) log.Dossier().Received(MadeLog.Morning(3, 2), new(2026, 3, 20)).Completed(MadeLog.Morning(3, 9));
        log.Seal();
    }

    private sealed class Heard : IAlertWay
    {
        public List<MonitorAlert> Alerts { get; } = [];

        public bool IsDeaf { get; set; }

        public Task TellAsync(MonitorAlert alert, CancellationToken cancellation)
        {
            if (IsDeaf) throw new IOException("deaf");
            Alerts.Add(alert);
            return Task.CompletedTask;
        }
    }
}
