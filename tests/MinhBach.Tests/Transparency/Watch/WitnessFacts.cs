using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using MinhBach.Shell;
using MinhBach.Testing;
using MinhBach.Tests.Operations;
using MinhBach.Transparency;
using MinhBach.TransparencyLog;
using NodaTime;

namespace MinhBach.Tests.Transparency.Watch;

public sealed class WitnessFacts : IAsyncLifetime
{
    private readonly MadeLog log = new();
    private readonly TestClock clock = new();
    private readonly HttpClient http = new();
    private WitnessDesk desk = null!;
    private WebApplication app = null!;

    private string Folder => Path.Combine(log.State, "witness");

    private WitnessClient Client => new(http, new(app.Urls.Single() + "/"), desk.Key);

    public async ValueTask InitializeAsync()
    {
        desk = new(Folder, WitnessKey.Open(Folder, "nhan-chung.bao.example"), [log.Key.Verifier], clock);
        app = WitnessServer.Build(desk, new Words(), $"http://127.0.0.1:{Loopback.FreePort()}");
        await app.StartAsync();
    }

    [Fact]
    public async Task A_log_that_grows_is_cosigned_over_HTTP()
    {
        for (long known = 0, round = 0; round < 4; round++)
        {
            for (var i = 0; i < 100; i++) log.Dossier().Received(MadeLog.Morning(3, 2), new(2026, 3, 20));
            var note = log.Seal();
            var given = Assert.IsType<Cosigning.Given>(await AskAsync(note, known));
            Assert.Equal(clock.Now, desk.Key.TimeOf(Assert.Single(given.Signatures)));
            known = log.Size;
        }

        // As a monitor would fetch it, and as people would look at it.
        var kept = SignedNote.Parse(await http.GetByteArrayAsync(app.Urls.Single() + "/" + WitnessFolder.PathOf(MadeLog.Origin)));
        Assert.Equal([log.Key.Verifier, desk.Key], kept.VerifiedBy(log.Key.Verifier, desk.Key));
        Assert.Contains("<td>log.example/thanh-pho</td><td>802</td><td>09:00 ", await http.GetStringAsync(app.Urls.Single() + "/"), StringComparison.Ordinal);
        Assert.Contains("\"size\": 802", await http.GetStringAsync(app.Urls.Single() + "/status.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_was_rewritten_is_refused_and_convicted()
    {
        string? evidence = null;
        desk.Convicted = path => evidence = path;
        for (var i = 0; i < 100; i++) log.Dossier().Received(MadeLog.Morning(3, 2), new(2026, 3, 20));
        Assert.IsType<Cosigning.Given>(await AskAsync(log.Seal(), 0));
        log.Rewrite();
        for (var i = 0; i < 202; i++) log.Add(Encoding.UTF8.GetBytes("other " + i));
        var other = log.Seal();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PostAsync(new AddCheckpoint(202, [], other)));

        Assert.Equal(SplitVerdict.Convicted, SplitView.Parse(await File.ReadAllBytesAsync(evidence!), [log.Key.Verifier]).Verdict);
        // What the log has not signed convicts nobody.
        evidence = null;
        using var thief = SignerKey.Generate(MadeLog.Origin);
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(new AddCheckpoint(202, [], Checkpoint.Parse(other.Text).Sign(thief))));
        Assert.Null(evidence);
        // Nothing was forgotten over a restart.
        await RestartAsync();
        Assert.IsType<Cosigning.Refused>(await Client.AskAsync(other, 202, _ => []));
    }

    [Fact]
    public async Task A_clock_that_was_set_back_is_not_believed()
    {
        var note = log.Seal();
        Assert.IsType<Cosigning.Given>(await AskAsync(note, 0));
        clock.Advance(Duration.FromSeconds(-59));
        // A little is how clocks are; but no cosignature states an earlier time than the one before.
        var given = Assert.IsType<Cosigning.Given>(await AskAsync(note, 2));
        Assert.Equal(clock.Now + Duration.FromSeconds(59), desk.Key.TimeOf(Assert.Single(given.Signatures)));
        clock.Advance(Duration.FromSeconds(-2));

        var refused = Assert.IsType<Cosigning.Refused>(await AskAsync(note, 2));

        Assert.StartsWith("503: The clock of this witness", refused.Reason, StringComparison.Ordinal);
        Assert.Contains("set back", await http.GetStringAsync(app.Urls.Single() + "/"), StringComparison.Ordinal);
        await RestartAsync();
        Assert.IsType<Cosigning.Refused>(await AskAsync(note, 2));
        clock.Advance(Duration.FromMinutes(2));
        Assert.IsType<Cosigning.Given>(await AskAsync(note, 2));
    }

    [Fact]
    public async Task What_is_no_request_is_refused()
    {
        var address = app.Urls.Single();
        using var stranger = SignerKey.Generate("stranger.example");
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(new AddCheckpoint(0, [], new Checkpoint("stranger.example", TreeHead.Empty).Sign(stranger))));
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync(address + "/add-checkpoint", new StringContent("?"))).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await http.PostAsync(address + "/add-checkpoint", new ByteArrayContent(new byte[WitnessServer.MostBytes + 1]))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(address + "/" + WitnessFolder.PathOf("stranger.example"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(address + "/" + WitnessFolder.PathOf(MadeLog.Origin))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(address + "/witness.key")).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await http.GetAsync(address + "/add-checkpoint")).StatusCode);
    }

    [Fact]
    public void The_key_is_made_once_and_is_its_owners_alone()
    {
        var path = Path.Combine(Folder, "witness.key");
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        using var again = WitnessKey.Open(Folder, name: null);
        Assert.Equal(desk.Key, again.Verifier);
        Assert.Throws<MinhBach.Kernel.RuleBroken>(() => WitnessKey.Open(Folder, "another.example"));
        Assert.Throws<MinhBach.Kernel.RuleBroken>(() => WitnessKey.Open(Path.Combine(Folder, "new"), name: null));
    }

    [Theory]
    [InlineData("witness")]
    [InlineData("witness", "--log", "x")]
    [InlineData("witness", "--listen", "x")]
    public async Task A_witness_that_is_told_too_little_does_not_start(params string[] arguments) =>
        Assert.Equal(2, (await CommandRun.RunAsync([.. arguments, "--data", log.State])).Code);

    [Fact]
    public async Task Two_witnesses_that_were_shown_different_trees_have_the_evidence_between_them()
    {
        var (one, other, evidence) = (Path.Combine(log.State, "one"), Path.Combine(log.State, "other"), Path.Combine(log.State, "evidence.json"));
        await AskAsync(log.Seal(), 0);
        await File.WriteAllTextAsync(one, desk.Latest(Path.GetDirectoryName(WitnessFolder.PathOf(MadeLog.Origin))!).Body);
        log.Rewrite();
        for (var i = 0; i < 700; i++) log.Add(Encoding.UTF8.GetBytes("other " + i));
        var note = log.Seal();
        using var second = new WitnessDesk(Path.Combine(log.State, "second"), WitnessKey.Open(Path.Combine(log.State, "second"), "dai-hoc.example"), [log.Key.Verifier], clock);
        Assert.Equal(200, second.AddCheckpoint(new AddCheckpoint(0, [], note).ToBytes()).Status);
        await File.WriteAllTextAsync(other, second.Latest(Path.GetDirectoryName(WitnessFolder.PathOf(MadeLog.Origin))!).Body);
        string[] compare = ["log", "compare", one, other, "--key", log.Key.Verifier.ToString()];

        Assert.Contains("nhật ký phải chứng minh", (await CommandRun.RunAsync(compare)).Said, StringComparison.Ordinal);
        var (code, said) = await CommandRun.RunAsync([.. compare, "--log", log.Folder, "--evidence", evidence]);

        Assert.Equal(1, code);
        Assert.Contains("Nhật ký tự mâu thuẫn", said, StringComparison.Ordinal);
        Assert.Contains("— dai-hoc.example", said, StringComparison.Ordinal);
        Assert.Equal(1, (await CommandRun.RunAsync("log", "compare", evidence, "--key", log.Key.Verifier.ToString())).Code);
        Assert.Equal(0, (await CommandRun.RunAsync("log", "compare", one, one, "--key", log.Key.Verifier.ToString())).Code);
        Assert.Equal(2, (await CommandRun.RunAsync("log", "compare", one, other, "--key", second.Key.ToString())).Code);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        desk.Dispose();
        http.Dispose();
        log.Dispose();
    }

    private async Task RestartAsync()
    {
        await app.DisposeAsync();
        desk.Dispose();
        await InitializeAsync();
    }

    private Task<Cosigning> AskAsync(SignedNote note, long known) =>
        Client.AskAsync(note, known, old => ConsistencyProof.Make(new TileTree(log.Files, log.Size), old, log.Size));

    private async Task<HttpStatusCode> PostAsync(AddCheckpoint request) =>
        (await http.PostAsync(app.Urls.Single() + "/add-checkpoint", new ByteArrayContent(request.ToBytes()))).StatusCode;
}
