using System.Text;
using MinhBach.Tests.Operations;
using MinhBach.Transparency;
using MinhBach.TransparencyLog;

namespace MinhBach.Tests.Transparency.Watch;

public sealed class TrustFacts : IDisposable
{
    private readonly MadeLog log = new();

    [Fact]
    public async Task A_checkpoint_of_another_key_is_not_believed()
    {
        using var thief = SignerKey.Generate(MadeLog.Origin);
        log.Seal(thief);

        var (code, said) = await CommandRun.RunAsync("log", "verify", log.Folder, "--key", log.Key.Verifier.ToString(), "--state", log.State);

        Assert.Equal(1, code);
        Assert.Contains("không được ký bằng khóa đã biết", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(log.State));
    }

    [Fact]
    public async Task Without_a_key_the_one_beside_the_log_is_taken_and_said_to_be_taken_on_trust()
    {
        log.Seal();
        Assert.Equal(2, (await CommandRun.RunAsync("log", "verify", log.Folder, "--state", log.State)).Code);
        log.Serve("key", Encoding.UTF8.GetBytes(log.Key.Verifier + "\n"));

        var (code, said) = await CommandRun.RunAsync("log", "verify", log.Folder, "--state", log.State);

        Assert.Equal(0, code);
        Assert.Contains("tin theo lời của chính nơi đưa ra nhật ký", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_was_believed_at_first_is_not_changed_by_what_lies_beside_the_log_later()
    {
        log.Serve("key", Encoding.UTF8.GetBytes(log.Key.Verifier + "\n"));
        log.Seal();
        Assert.Equal(0, log.Check(new()).Findings.Total);
        using var thief = SignerKey.Generate(MadeLog.Origin);
        log.Serve("key", Encoding.UTF8.GetBytes(thief.Verifier + "\n"));
        log.Dossier().Received(MadeLog.Morning(3, 2), new(2026, 3, 20));
        log.Seal(thief);

        Assert.Equal(["checkpoint.signature"], log.Check(new()).Findings.Counts.Keys);
    }

    [Fact]
    public void A_key_that_the_log_has_introduced_is_believed_from_then_on()
    {
        using var next = SignerKey.Generate(MadeLog.Origin);
        log.Add(new LogEntry { Type = EntryTypes.Key, At = MadeLog.Morning(2, 1), Logged = MadeLog.Morning(2, 1), Facts = LogEntryJson.Facts(new { key = next.Verifier.ToString(), reason = "hằng năm" }) }).Seal();
        Assert.Equal(0, log.Check().Findings.Total);
        log.Dossier().Received(MadeLog.Morning(3, 2), new(2026, 3, 20));
        log.Seal(next);

        Assert.Equal(0, log.Check().Findings.Total);
        // Somebody who was given another key believes neither.
        using var other = SignerKey.Generate(MadeLog.Origin);
        Assert.Equal(["checkpoint.signature"], log.Check(new() { Keys = [other.Verifier] }).Findings.Counts.Keys);
    }

    [Fact]
    public async Task A_checkpoint_without_the_quorum_is_found()
    {
        using var paper = SignerKey.Generate("bao.example", SignatureKind.Cosignature);
        using var university = SignerKey.Generate("dai-hoc.example", SignatureKind.Cosignature);
        var file = Path.Combine(log.Folder, "policy");
        log.Serve("policy", Encoding.UTF8.GetBytes(LogPolicy.Of(log.Key.Verifier, 2, paper.Verifier, university.Verifier).ToString()));
        log.Seal(witnesses: paper);
        string[] verify = ["log", "verify", log.Folder, "--policy", file, "--state", log.State];

        var (code, said) = await CommandRun.RunAsync(verify);
        Assert.Equal(1, code);
        Assert.Contains("không đủ nhân chứng", said, StringComparison.Ordinal);

        log.Dossier().Received(MadeLog.Morning(3, 2), new(2026, 3, 20));
        log.Seal(witnesses: [paper, university]);
        (code, said) = await CommandRun.RunAsync(verify);
        Assert.Equal(0, code);
        Assert.Contains("Nhân chứng w2 ký lúc", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_was_rewritten_is_convicted_by_its_own_signatures()
    {
        log.Dossier().Received(MadeLog.Morning(3, 2), new(2026, 3, 20));
        log.Seal();
        Assert.Equal(0, log.Check().Findings.Total);
        log.Rewrite();
        for (var i = 0; i < 3; i++) log.Dossier().Received(MadeLog.Morning(3, 2), new(2026, 3, 20));
        log.Seal();

        var report = log.Check();
        Assert.Contains("log.forked", report.Findings.Counts.Keys);
        // A stranger with nothing but the file and the log's key comes to the same verdict.
        Assert.Equal(SplitVerdict.Convicted, SplitView.Parse(File.ReadAllBytes(report.Evidence!), [log.Key.Verifier]).Verdict);
        // And nothing of the new history is taken as what was seen.
        Assert.Contains("log.forked", log.Check().Findings.Counts.Keys);
        var (code, said) = await CommandRun.RunAsync("log", "verify", log.Folder, "--key", log.Key.Verifier.ToString(), "--state", log.State, "--lang", "en");
        Assert.Equal(1, code);
        Assert.Contains("The log was rewritten", said, StringComparison.Ordinal);
        Assert.Contains("evidence", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_that_was_cut_short_is_found_with_evidence()
    {
        log.Seal();
        var old = log.Files.Read(LogFolder.CheckpointPath)!;
        for (var i = 0; i < 200; i++) log.Dossier().Received(MadeLog.Morning(3, 2), new(2026, 3, 20));
        log.Seal();
        Assert.Equal(0, log.Check().Findings.Total);
        log.Serve(LogFolder.CheckpointPath, old);

        var report = log.Check();

        Assert.Contains("log.shrunk", report.Findings.Counts.Keys);
        Assert.Equal(402, report.SizeBefore);
        Assert.True(File.Exists(report.Evidence));
    }

    [Fact]
    public void A_log_that_lost_the_tiles_of_its_past_cannot_show_that_it_continues()
    {
        log.Seal();
        Assert.Equal(0, log.Check().Findings.Total);
        for (var i = 0; i < 200; i++) log.Dossier().Received(MadeLog.Morning(3, 2), new(2026, 3, 20));
        log.Seal();
        log.Spoil("tile/0/000", _ => null);

        Assert.Equal(["file.damaged", "log.unproven"], log.Check().Findings.Counts.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_state_that_is_spoilt_is_not_passed_over()
    {
        log.Seal();
        log.Check();
        var state = Assert.Single(Directory.GetFiles(log.State, "state.json", SearchOption.AllDirectories));
        File.WriteAllText(state, "{");

        Assert.Equal(2, (await CommandRun.RunAsync("log", "verify", log.Folder, "--key", log.Key.Verifier.ToString(), "--state", log.State)).Code);
    }

    [Theory]
    [InlineData("log", "verify", "/không/có")]
    [InlineData("log", "verify", "http://")]
    [InlineData("log", "verify", ".", "--key", "x")]
    [InlineData("log", "verify", ".")]
    [InlineData("log", "verify")]
    [InlineData("log")]
    public async Task What_is_no_log_is_bad_input(params string[] arguments) => Assert.Equal(2, (await CommandRun.RunAsync(arguments)).Code);

    public void Dispose() => log.Dispose();
}
