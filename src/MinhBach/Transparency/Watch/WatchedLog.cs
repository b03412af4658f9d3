using MinhBach.Kernel;
using MinhBach.TransparencyLog;
using NodaTime;

namespace MinhBach.Transparency;

/// <summary>Whom a watcher believes.</summary>
internal sealed record WatchTrust
{
    /// <summary>The log's keys; none for the one that lies beside its tiles.</summary>
    public IReadOnlyList<VerifierKey> Keys { get; init; } = [];

    /// <summary>How many witnesses have to have cosigned; null for none.</summary>
    public LogPolicy? Policy { get; init; }
}

/// <summary>
/// A log under somebody's eyes. A look checks signatures, that the log continues what was seen before, every tile and entry, the rules,
/// and every published figure. The first look reads all; later ones go on from there, unless all is asked for. Not for several threads.
/// </summary>
/// <param name="address">Where it is, for people.</param>
/// <param name="source">Serves it.</param>
/// <param name="trust">Whom the watcher believes.</param>
/// <param name="store">What was seen before.</param>
/// <param name="clock">The watcher's clock.</param>
internal sealed class WatchedLog(string address, ILogSource source, WatchTrust trust, WatchStore store, TimeProvider clock)
{
    private const string KeyPath = "key";

    // At the end of the last look; null after one that found files missing or the log another one.
    private (EntryFold Fold, TreeHead Head)? sound;

    /// <summary>Looks at the log.</summary>
    /// <param name="isFull">Reads everything again, also what an earlier look of this object has read.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Interrupts; the next run fetches only what this one has not.</param>
    /// <exception cref="IOException">The log cannot be reached.</exception>
    /// <exception cref="RuleBroken">There is no log, no key is known, or what was remembered is spoilt.</exception>
    public VerifyReport Check(bool isFull = true, IProgress<StartProgress>? progress = null, CancellationToken cancellation = default)
    {
        var now = clock.Now();
        var report = new VerifyReport { Log = address, At = now, Findings = new() };
        var bytes = source.Read(LogFolder.CheckpointPath) ?? throw new RuleBroken("watch.noLog", "Không có điểm chốt của nhật ký công khai nào ở {0}.", address);
        SignedNote note;
        Checkpoint checkpoint;
        try
        {
            note = SignedNote.Parse(bytes);
            checkpoint = Checkpoint.Parse(note.Text);
        }
        catch (LogException broken)
        {
            report.Findings.Add(new WatchFinding("checkpoint.unreadable", "Điểm chốt không đọc được: {0}", broken.Message));
            return report;
        }

        var state = store.Read(checkpoint.Origin);
        var keys = new TrustedKeys(trust, state, checkpoint.Origin, () => source.Read(KeyPath));
        report = report with { Origin = checkpoint.Origin, KeyOnTrust = keys.AreOnTrust, Keys = keys.All };
        if (!IsSigned(note, keys, ref report)) return report;
        report = report with { Head = checkpoint.Head };
        var isContinued = state is null || Continues(state, note, checkpoint, keys, ref report);
        var grown = state is null || (isContinued && checkpoint.Size > SizeOf(state)) ? now : state.GrownAt;
        report = report with { GrownAt = grown };
        if (isContinued)
        {
            state = new() { Origin = checkpoint.Origin, Checkpoint = note.ToString(), GrownAt = grown, CheckedTo = state?.CheckedTo ?? 0, Keys = keys.Base, Introduced = keys.Introduced };
            store.Write(state);
        }

        return Read(checkpoint, isContinued ? state : null, isFull, report, progress, cancellation);
    }

    private static long SizeOf(WatchState state) => Checkpoint.Parse(SignedNote.Parse(state.Checkpoint).Text).Size;

    private bool IsSigned(SignedNote note, TrustedKeys keys, ref VerifyReport report)
    {
        try
        {
            if (keys.All.Count > 0 && note.VerifiedBy(keys.All).Count > 0)
            {
                if (trust.Policy is not { } policy) return true;
                var verdict = policy.Judge(note, keys.All);
                report = report with { Cosigned = verdict.Cosigned };
                if (!verdict.IsAccepted) report.Findings.Add(new WatchFinding("checkpoint.quorum", "Điểm chốt không đủ nhân chứng theo chính sách tin cậy: {0}", verdict.Reason));
                return true;
            }

            report.Findings.Add(new WatchFinding("checkpoint.signature", "Điểm chốt của nhật ký “{0}” không được ký bằng khóa đã biết của nhật ký ấy.", report.Origin!));
        }
        catch (LogException broken)
        {
            report.Findings.Add(new WatchFinding("checkpoint.forged", "Chữ ký trên điểm chốt không đúng: {0}", broken.Message));
        }

        return false;
    }

    private bool Continues(WatchState state, SignedNote note, Checkpoint checkpoint, TrustedKeys keys, ref VerifyReport report)
    {
        var last = SignedNote.Parse(state.Checkpoint);
        var before = SizeOf(state);
        report = report with { SizeBefore = before };
        SplitView view;
        try
        {
            view = SplitView.Convict(last, note, keys.All, new TileTree(source, Math.Max(before, checkpoint.Size)));
        }
        catch (LogException broken)
        {
            report.Findings.Add(new WatchFinding("log.otherKey", "Điểm chốt thấy lần trước được ký bằng khóa mà lần này không tin, nên không so được: {0}", broken.Message));
            return false;
        }

        if (view.Verdict == SplitVerdict.Consistent && before <= checkpoint.Size) return true;
        report = report with { Evidence = store.Keep(state.Origin, view) };
        report.Findings.Add(view.Verdict == SplitVerdict.Convicted
            ? new WatchFinding("log.forked", "Nhật ký đã bị viết lại: hai điểm chốt cùng được ký mà mâu thuẫn nhau. {0}", view.Reason)
            : before > checkpoint.Size
                ? new WatchFinding("log.shrunk", "Nhật ký bị rút ngắn: trước có {0} mục đã ký, nay chỉ đưa ra {1} mục. {2}", before, checkpoint.Size, view.Reason)
                : new WatchFinding("log.unproven", "Nhật ký không chứng minh được là nối tiếp điểm chốt thấy lần trước ({0} mục). {1}", before, view.Reason));
        return false;
    }

    /// <param name="checkpoint">What is believed.</param>
    /// <param name="state">Null where the log does not continue what was seen: nothing that was kept is used then, and nothing is remembered.</param>
    private VerifyReport Read(Checkpoint checkpoint, WatchState? state, bool isFull, VerifyReport report, IProgress<StartProgress>? progress, CancellationToken cancellation)
    {
        var distant = state is not null ? source as IDistantSource : null;
        var kept = distant is not null ? store.Bundles(checkpoint.Origin) : null;
        var check = new LogCheck(distant is not null ? kept!.Before(distant) : source, checkpoint.Head);
        var goesOn = !isFull && state is not null && sound is { } last && last.Head.Size <= checkpoint.Size;
        var fold = goesOn ? sound!.Value.Fold : new EntryFold(checkpoint.Origin, source);
        sound = null;
        foreach (var bundle in BundleParsing.Run(stop => check.Run(fold.Next, stop), cancellation))
        {
            fold.Take(bundle);
            kept?.Keep(bundle.Checked);
            progress?.Report(new("Đang kiểm tra nhật ký công khai: {0}/{1} mục", checkpoint.Size == 0 ? 1 : (double)fold.Next / checkpoint.Size, fold.Next, checkpoint.Size));
        }

        kept?.Clear();
        if (state is not null)
        {
            if (!fold.HasHoles && !fold.Findings.Counts.ContainsKey("file.damaged")) sound = (fold, checkpoint.Head);
            store.Write(state with { CheckedTo = fold.Next, Introduced = [.. state.Introduced.Union(fold.Keys.Select(key => key.ToString()))] });
        }

        var findings = new WatchFindings();
        findings.AddAll(report.Findings);
        findings.AddAll(fold.Findings);
        foreach (var wrong in fold.WrongFigures) findings.Add(wrong);
        return report with
        {
            Findings = findings,
            Resumed = kept?.Used ?? 0,
            Cases = fold.Cases,
            Statistics = fold.StatisticsCounted,
            Corrected = fold.StatisticsCorrected,
            FilesNotServed = fold.StatisticsNotServed,
            LastLogged = fold.LastLogged,
        };
    }
}
