using System.Text;
using MinhBach.Kernel;
using MinhBach.Transparency.Enter;
using MinhBach.TransparencyLog;
using NodaTime;

namespace MinhBach.Transparency.Grow;

/// <summary>
/// Grows the tree by what was entered, signs it and shows it. Entries are in the database first, tiles on the disk next, then the signed
/// checkpoint is kept, cosigned, and shown last: whatever ends the program in between, the next start goes on from what was kept.
/// One node has the folder at a time.
/// </summary>
internal sealed class GrowLog(EntryStore entries, HeadStore heads, LogHome home, Cosigners cosigners, RepairLog repair, PublicLogStatus status, TimeProvider clock) : IDisposable
{
    private const int AtOnce = 4_096;

    // Between two checkpoints at most so many: a long history is shown as it grows.
    private const int MostBetween = 100_000;

    // A witness that signs anew says that the log still is what it was.
    private static readonly Duration AskAnew = Duration.FromHours(1);
    private static readonly Duration AskAgain = Duration.FromSeconds(10);

    private LogFolder? folder;
    private LogWriter? writer;
    private SignedNote? signed;
    private Instant askedAt;

    /// <summary>Opens the log where it was left; the folder stays this node's until <see cref="Close"/>.</summary>
    /// <exception cref="LogHeldException">Another node has it.</exception>
    /// <exception cref="LogException">Key, entries, tiles and checkpoint do not fit together.</exception>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        if (writer is not null) return;
        var kept = await heads.FindAsync(cancellation);
        home.Open(mayMake: kept is null && LogFiles.ShownCheckpoint(home.Folder) is null);
        folder = new LogFolder(home.Folder);
        var head = kept is null ? TreeHead.Empty : Own(kept).Head;
        if (LogFiles.ShownCheckpoint(home.Folder) is { } shown && Own(shown).Head is var ahead && ahead.Size > (await entries.EndAsync(cancellation)).Count)
        {
            // The database was set back to an earlier day; what was published stays published.
            await repair.BringBackAsync(folder, ahead, cancellation);
            await heads.KeepAsync(shown, cancellation);
            (kept, head) = (shown, ahead);
        }

        writer = await OpenWriterAsync(head, cancellation);
        signed = kept;
        if (LogFiles.ShownCheckpoint(home.Folder) is { } seen && kept is not null && Checkpoint.Parse(seen.Text).Head == head) status.Publish(seen, clock.Now());
    }

    /// <summary>Takes what was entered into the tree and shows it; false when there is more, or it could not be shown.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        var tree = writer ?? throw new InvalidOperationException("The log is not open.");
        var until = tree.Committed.Size + MostBetween;
        while (tree.Size < until)
        {
            var more = await entries.FromAsync(tree.Size, AtOnce, cancellation);
            foreach (var entry in more) tree.Append(Encoding.UTF8.GetBytes(entry));
            if (more.Count < AtOnce) break;
        }

        if (tree.Size > tree.Committed.Size)
        {
            var note = home.Sign(tree.Commit());
            if (!await heads.KeepAsync(note, cancellation)) throw new LogException("Another node has signed a later checkpoint.");
            (signed, askedAt) = (note, default);
        }

        return await ShowAsync(tree, cancellation) && tree.Size < until;
    }

    /// <summary>Lets other nodes have the folder.</summary>
    public void Close()
    {
        writer?.Dispose();
        writer = null;
    }

    /// <inheritdoc />
    public void Dispose() => Close();

    private async Task<bool> ShowAsync(LogWriter tree, CancellationToken cancellation)
    {
        if (signed is not { } note) return true;
        var isShown = status.Head == tree.Committed;
        var now = clock.Now();
        if (now - askedAt < (isShown ? AskAnew : AskAgain)) return isShown;
        askedAt = now;
        var (cosigned, missing) = await cosigners.AskAsync(note, folder!, cancellation);
        if (missing is not null)
        {
            status.Rest(PublicLogTrouble.Quorum, missing, now);
            return false;
        }

        tree.Publish(cosigned);
        status.Publish(cosigned, now);
        return true;
    }

    private async Task<LogWriter> OpenWriterAsync(TreeHead head, CancellationToken cancellation)
    {
        try
        {
            return LogWriter.Open(folder!, head);
        }
        catch (LogHeldException)
        {
            throw;
        }
        catch (LogException)
        {
            await repair.RunAsync(folder!, head, cancellation);
            return LogWriter.Open(folder!, head);
        }
    }

    private Checkpoint Own(SignedNote note)
    {
        foreach (var key in home.Verifiers)
        {
            if (note.VerifiedBy(key).Count > 0) return Checkpoint.Open(note, key);
        }

        throw new LogException($"The newest checkpoint is signed by none of the keys of this city ({home.Key.Verifier}).");
    }
}
