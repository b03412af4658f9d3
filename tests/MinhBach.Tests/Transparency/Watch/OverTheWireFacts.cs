using System.Text.Json;
using MinhBach.Tests.Operations;
using MinhBach.Transparency;

namespace MinhBach.Tests.Transparency.Watch;

public sealed class OverTheWireFacts : IDisposable
{
    private readonly MadeLog log = new();

    public OverTheWireFacts()
    {
        for (var i = 0; i < 700; i++) log.Dossier().Received(MadeLog.Morning(3, 2), new(2026, 3, 20)).Completed(MadeLog.Morning(3, 18));
        log.Publish(new(2026, 1, 1), new(2026, 3, 31)).Seal();
    }

    [Fact]
    public async Task A_log_is_verified_over_HTTP_and_told_to_machines()
    {
        await using var served = await ServedLog.StartAsync(log.Folder);

        var (code, said) = await CommandRun.RunAsync("log", "verify", served.Address.TrimEnd('/'), "--key", log.Key.Verifier.ToString(), "--state", log.State, "--json");

        Assert.Equal(0, code);
        using var told = JsonDocument.Parse(said);
        Assert.Equal((2103, 700, 0), (told.RootElement.GetProperty("size").GetInt32(), told.RootElement.GetProperty("cases").GetInt32(), told.RootElement.GetProperty("found").GetInt32()));
    }

    [Fact]
    public async Task An_interrupted_run_goes_on_where_it_was()
    {
        await using var served = await ServedLog.StartAsync(log.Folder);
        served.IsCut = path => path == "tile/entries/004";
        // A line that breaks is no damage of the log.
        Assert.Throws<IOException>(() => Watched(served).Check());
        Assert.Contains("tile/entries/000", served.Asked);
        served.IsCut = _ => false;
        served.Asked.Clear();

        var report = Watched(served).Check();

        Assert.Equal((0, 700), (report.Findings.Total, report.Cases));
        Assert.True(report.Resumed >= 2);
        Assert.DoesNotContain("tile/entries/000", served.Asked);
        // A run that has ended leaves nothing to lean on: the next one fetches everything again.
        served.Asked.Clear();
        Assert.Equal(0, Watched(served).Check().Resumed);
        Assert.Contains("tile/entries/000", served.Asked);
    }

    [Fact]
    public async Task What_was_fetched_before_is_not_believed_where_this_disk_has_spoilt_it()
    {
        await using var served = await ServedLog.StartAsync(log.Folder);
        served.IsCut = path => path == "tile/entries/004";
        Assert.Throws<IOException>(() => Watched(served).Check());
        foreach (var file in Directory.GetFiles(log.State, "*", SearchOption.AllDirectories).Where(file => file.Contains("fetched", StringComparison.Ordinal))) File.AppendAllText(file, "x");
        served.IsCut = _ => false;

        var report = Watched(served).Check();

        Assert.Equal((0, 0), (report.Findings.Total, report.Resumed));
    }

    [Fact]
    public async Task A_log_that_grew_while_a_run_was_interrupted_is_gone_on_with()
    {
        await using var served = await ServedLog.StartAsync(log.Folder);
        served.IsCut = path => path == "tile/entries/004";
        Assert.Throws<IOException>(() => Watched(served).Check());
        served.IsCut = _ => false;
        log.Dossier().Received(MadeLog.Morning(3, 2), new(2026, 3, 20));
        log.Seal();

        var report = Watched(served).Check();

        Assert.Equal((0, 701), (report.Findings.Total, report.Cases));
        Assert.True(report.Resumed >= 2);
    }

    [Fact]
    public async Task A_later_look_reads_only_what_is_new()
    {
        await using var served = await ServedLog.StartAsync(log.Folder);
        var watched = Watched(served);
        watched.Check();
        served.Asked.Clear();
        log.Dossier().Received(MadeLog.Morning(3, 2), new(2026, 3, 20)).Skip().Completed(MadeLog.Morning(3, 19));
        log.Seal();

        var report = watched.Check(isFull: false);

        Assert.Equal(["case.gap"], report.Findings.Counts.Keys);
        Assert.Equal(701, report.Cases);
        Assert.DoesNotContain("tile/entries/000", served.Asked);
    }

    [Fact]
    public async Task Sixteen_requests_are_on_their_way_at_once_and_the_findings_are_those_of_a_folder()
    {
        await using var served = await ServedLog.StartAsync(log.Folder);
        log.Spoil("tile/0/003", _ => null);
        log.Spoil("tile/entries/005", bytes => [.. bytes[..^1], (byte)(bytes[^1] ^ 1)]);
        served.Gate = 16;

        var report = Watched(served).Check();

        Assert.Equal(16, served.MostAtOnce);
        Assert.Equal(log.Watched().Check().Findings.Kept.Select(Told), report.Findings.Kept.Select(Told));
        Assert.Equal(2, report.Findings.Counts["file.damaged"]);

        static string Told(WatchFinding finding) => $"{finding.Code} {string.Join(' ', finding.Values)}";
    }

    [Fact]
    public async Task An_interrupt_is_heard_while_a_server_is_silent()
    {
        await using var served = await ServedLog.StartAsync(log.Folder);
        served.Gate = int.MaxValue;
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var check = Task.Run(() => Watched(served).Check(isFull: true, progress: null, interrupt.Token), TestContext.Current.CancellationToken);
        while (served.MostAtOnce < 16) await Task.Delay(5, TestContext.Current.CancellationToken);
        await interrupt.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => check);
    }

    public void Dispose() => log.Dispose();

    private WatchedLog Watched(ServedLog served) => new(served.Address, served.Source(), new() { Keys = [log.Key.Verifier] }, new(log.State), new TestClock());
}
