using System.Text;
using MinhBach.Tests.Operations;
using MinhBach.Transparency;
using MinhBach.TransparencyLog;
using NodaTime;
using static MinhBach.Tests.Transparency.Watch.MadeLog;

namespace MinhBach.Tests.Transparency.Watch;

public sealed class VerifyFacts : IDisposable
{
    private readonly MadeLog log = new();

    [Fact]
    public async Task A_sound_log_is_found_sound()
    {
        log.Fill(400);
        log.Publish(new(2026, 1, 1), new(2026, 3, 31)).Publish(new(2026, 1, 1), new(2026, 3, 31), "procedure").Seal();

        var (code, said) = await CommandRun.RunAsync("log", "verify", log.Folder, "--key", log.Key.Verifier.ToString(), "--state", log.State);

        Assert.Equal(0, code);
        Assert.Contains("1.204 mục, 400 hồ sơ", said, StringComparison.Ordinal);
        Assert.Contains("đếm lại 2 bảng", said, StringComparison.Ordinal);
        Assert.Contains("Nhật ký đúng với mọi điều nó hứa.", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tile/entries/001")]
    [InlineData("tile/0/002")]
    [InlineData("tile/1/000.p/4")]
    public async Task A_file_altered_or_lost_is_named(string path)
    {
        log.Fill(400);
        log.Seal();
        foreach (var spoil in (Func<byte[], byte[]?>[])[bytes => [.. bytes[..^3], (byte)(bytes[^3] ^ 1), .. bytes[^2..]], _ => null])
        {
            log.Spoil(path, spoil);
            var (code, said) = await CommandRun.RunAsync("log", "verify", log.Folder, "--key", log.Key.Verifier.ToString(), "--state", log.State);
            Assert.Equal(1, code);
            Assert.Contains($"Tệp {path} của nhật ký bị mất hoặc bị sửa", said, StringComparison.Ordinal);
            // What is lost is not held against what follows.
            Assert.DoesNotContain("mang số", said, StringComparison.Ordinal);
            if (!File.Exists(Path.Combine(log.Folder, path))) break;
        }
    }

    [Fact]
    public void A_gap_in_the_numbers_of_a_dossier_is_found()
    {
        var dossier = log.Dossier().Received(MadeLog.Morning(3, 2), Due).Skip().Completed(MadeLog.Morning(3, 9));
        log.Seal();

        var finding = Assert.Single(log.Check().Findings.Kept);

        Assert.Equal(("case.gap", 4), (finding.Code, finding.Entry));
        Assert.Equal([5L, dossier.Name, 4, 3], finding.Values);
    }

    [Fact]
    public void An_entry_that_is_entered_before_the_one_before_is_found()
    {
        log.Dossier().Add("dossier.submitted", MadeLog.Morning(3, 2), "direct")
            .Add("dossier.stepOpened", MadeLog.Morning(3, 1), change: entry => entry with { Logged = entry.At })
            .Add("dossier.stepOpened", MadeLog.Morning(3, 3), change: entry => entry with { Logged = MadeLog.Morning(3, 2) });
        log.Seal();

        Assert.Equal(["logged.backwards", "logged.early"], Codes(log.Check()));
    }

    [Fact]
    public void A_second_extension_is_found() => Finds("due.extendedTooOften", dossier => dossier
        .Moved(MadeLog.Morning(3, 10), new(2026, 3, 27), EntryReasons.Extended).Moved(MadeLog.Morning(3, 12), new(2026, 4, 27), EntryReasons.Extended));

    [Fact]
    public void An_apology_on_the_due_date_is_found() => Finds("due.apologyLate", dossier => dossier
        .Moved(MadeLog.Morning(3, 20), new(2026, 3, 27), EntryReasons.Extended));

    [Fact]
    public void An_apology_the_day_before_is_in_time() => Finds(code: null, dossier => dossier
        .Moved(MadeLog.Morning(3, 19), new(2026, 3, 27), EntryReasons.Extended));

    [Fact]
    public void A_date_that_moves_without_a_reason_is_found() => Finds("due.noReason", dossier => dossier
        .Moved(MadeLog.Morning(3, 10), new(2026, 3, 27), reason: null));

    [Fact]
    public void A_date_that_moves_in_silence_is_found() => Finds("due.unexplained", dossier => dossier
        .Set(Due, new(2026, 3, 30)).Add("dossier.stepDone", MadeLog.Morning(3, 10)));

    [Fact]
    public void A_first_date_that_changes_is_found() => Finds("due.first", dossier => dossier
        .Set(new(2026, 3, 27), new(2026, 3, 27)).Add("dossier.dueChanged", MadeLog.Morning(3, 10), EntryReasons.Recalculated));

    [Fact]
    public void An_extension_under_rules_that_nobody_knows_is_found() => Finds("rules.unknown", dossier => dossier
        .Set(Due, new(2026, 3, 27)).Add("dossier.dueChanged", MadeLog.Morning(3, 10), EntryReasons.Extended, entry => entry with { RuleSet = "999/2030" }));

    [Fact]
    public void Pauses_and_new_terms_are_no_extensions() => Finds(code: null, dossier => dossier
        .Moved(MadeLog.Morning(3, 10), Due, EntryReasons.Paused).Moved(MadeLog.Morning(3, 25), new(2026, 4, 10), EntryReasons.Resumed).Moved(MadeLog.Morning(3, 26), new(2026, 4, 20), EntryReasons.Restarted));

    [Theory]
    [InlineData("{\"v\":2,\"type\":\"dossier.submitted\",\"at\":\"2026-03-02T02:00:00Z\",\"logged\":\"2026-03-02T02:00:00Z\"}", "entry.unreadable")]
    [InlineData("{\"v\":1,\"type\":\"x.y\",\"at\":\"2026-03-02T02:00:00Z\",\"logged\":\"2026-03-02T02:00:00Z\",\"name\":\"Nguyễn Văn An\"}", "entry.unreadable")]
    [InlineData("{\"v\":1, \"type\":\"x.y\",\"at\":\"2026-03-02T02:00:00Z\",\"logged\":\"2026-03-02T02:00:00Z\"}", "entry.form")]
    [InlineData("{\"type\":\"x.y\",\"v\":1,\"at\":\"2026-03-02T02:00:00Z\",\"logged\":\"2026-03-02T02:00:00Z\"}", "entry.form")]
    [InlineData("{\"v\":1,\"type\":null,\"at\":\"2026-03-02T02:00:00Z\",\"logged\":\"2026-03-02T02:00:00Z\"}", "entry.schema")]
    [InlineData("{\"v\":1,\"type\":\"x.y\",\"at\":\"2026-03-02T02:00:00Z\",\"logged\":\"2026-03-02T02:00:00Z\",\"case\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"n\":1,\"procedure\":\"1\"}", "entry.schema")]
    [InlineData("{\"v\":1,\"type\":\"x.y\",\"at\":\"9999-12-31T23:00:00Z\",\"logged\":\"9999-12-31T23:00:00Z\"}", "entry.time")]
    [InlineData("{\"v\":1,\"type\":\"x.y\",\"at\":7,\"logged\":\"2026-03-02T02:00:00Z\"}", "entry.unreadable")]
    [InlineData("{\"v\":1,\"type\":\"\\ud800\",\"at\":\"2026-03-02T02:00:00Z\",\"logged\":\"2026-03-02T02:00:00Z\"}", "entry.unreadable")]
    [InlineData("{\"v\":1,\"type\":\"statistic.published\",\"at\":\"2026-03-02T02:00:00Z\",\"logged\":\"2026-03-02T02:00:00Z\",\"facts\":7}", "statistic.unreadable")]
    [InlineData("{\"v\":1,\"type\":\"statistic.published\",\"at\":\"2026-03-02T02:00:00Z\",\"logged\":\"2026-03-02T02:00:00Z\",\"facts\":{\"measure\":\"on-time\",\"sha256\":\"../../../../etc/passwd\"}}", "statistic.unknown")]
    [InlineData("{\"v\":1,\"type\":\"rule-set.known\",\"at\":\"2026-03-02T02:00:00Z\",\"logged\":\"2026-03-02T02:00:00Z\",\"facts\":[]}", "rules.unreadable")]
    [InlineData("{\"v\":1,\"type\":\"log.key\",\"at\":\"2026-03-02T02:00:00Z\",\"logged\":\"2026-03-02T02:00:00Z\",\"facts\":{\"key\":\"x\"}}", "log.key")]
    [InlineData("{\"v\":1,\"type\":\"log.began\",\"at\":\"2026-03-02T02:00:00Z\",\"logged\":\"2026-03-02T02:00:00Z\",\"facts\":{\"origin\":\"log.example/khac\"}}", "log.began")]
    [InlineData("null", "entry.unreadable")]
    [InlineData("[[[[", "entry.unreadable")]
    [InlineData("", "entry.unreadable")]
    public void An_entry_that_is_none_is_found(string entry, string code)
    {
        log.Add(Encoding.UTF8.GetBytes(entry)).Seal();

        Assert.Equal([code], Codes(log.Check()));
    }

    [Fact]
    public void Whatever_bytes_an_entry_has_the_check_comes_to_its_end()
    {
        var random = new Random(4);
        var sound = LogEntryJson.Write(new LogEntry { Type = "dossier.received", At = MadeLog.Morning(3, 2), Logged = MadeLog.Morning(3, 2), Case = "AAAAAAAAAAAAAAAAAAAAAA", Number = 1, Procedure = "1", Agency = "A", FirstDue = Due, Due = Due, RuleSet = "118/2025", Commitment = "x" });
        for (var i = 0; i < 3_000; i++)
        {
            var bytes = sound.ToArray();
            for (var change = random.Next(1, 4); change > 0; change--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            log.Add(bytes);
        }

        log.Seal();

        Assert.True(log.Check().Findings.Total > 0);
    }

    private void Finds(string? code, Action<MadeLog.MadeCase> life)
    {
        life(log.Dossier().Received(MadeLog.Morning(3, 2), Due));
        log.Seal();
        Assert.Equal(code is null ? [] : [code], Codes(log.Check()));
    }

    public void Dispose() => log.Dispose();
}
