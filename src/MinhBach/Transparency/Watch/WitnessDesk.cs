using System.Globalization;
using MinhBach.Kernel;
using MinhBach.TransparencyLog;
using NodaTime;

namespace MinhBach.Transparency;

/// <summary>What a witness has cosigned of a log.</summary>
/// <param name="Origin">The log's name.</param>
/// <param name="Size">Entries of the tree that was cosigned last; null if nothing ever was.</param>
/// <param name="Root">Its root.</param>
/// <param name="At">When.</param>
internal sealed record WitnessedLog(string Origin, long? Size, string? Root, Instant? At);

/// <summary>
/// A whole witness but for the web server: it keeps what it saw, cosigns what continues it, refuses while its clock is earlier than it
/// was, and keeps evidence when a log that it watches contradicts itself before its eyes. For several threads.
/// </summary>
internal sealed class WitnessDesk : IDisposable
{
    private static readonly Duration Slack = Duration.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly WitnessFolder folder;
    private readonly WatchStore evidence;
    private readonly Witness witness;
    private readonly SignerKey key;
    private readonly IReadOnlyList<VerifierKey> logs;
    private readonly TimeProvider clock;
    private Instant last;

    /// <summary>Opens the witness, with the key that it then owns.</summary>
    /// <exception cref="LogException">Another process has the folder, or what lies in it is spoilt.</exception>
    public WitnessDesk(string path, SignerKey key, IReadOnlyList<VerifierKey> logs, TimeProvider clock)
    {
        (this.key, this.logs, this.clock) = (key, logs, clock);
        folder = new(Path.Combine(path, "cosigned"));
        try
        {
            evidence = new(path);
            witness = new(folder, logs, key);
            last = Logs().Max(log => log.At) ?? Instant.MinValue;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>The key by which its cosignatures are known.</summary>
    public VerifierKey Key => key.Verifier;

    /// <summary>Told of every file of evidence.</summary>
    public Action<string>? Convicted { get; set; }

    /// <summary>Every log that it watches, by name.</summary>
    public IReadOnlyList<WitnessedLog> Logs() => [.. logs.Select(log => log.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(State)];

    /// <summary>Why nothing is cosigned now; null if the clock can be believed.</summary>
    public string? Doubt()
    {
        lock (gate) return DoubtAt(clock.Now());
    }

    /// <summary>Answers <c>POST add-checkpoint</c>.</summary>
    public WitnessAnswer AddCheckpoint(ReadOnlySpan<byte> body)
    {
        lock (gate)
        {
            var now = clock.Now();
            if (DoubtAt(now) is { } doubt) return new(503, doubt + "\n");
            try
            {
                // Never earlier than before: what is kept would tell a later start of an earlier time.
                now = Instant.Max(now, last);
                var answer = witness.AddCheckpoint(body, now);
                if (answer.Status == 200) last = now;
                else Suspect(body);
                return answer;
            }
            catch (Exception failure) when (failure is LogException or IOException or UnauthorizedAccessException)
            {
                return new(503, $"This witness cannot keep what it sees, and cosigns nothing: {failure.Message}\n");
            }
        }
    }

    /// <summary>Answers <c>GET HASH/checkpoint</c>.</summary>
    public WitnessAnswer Latest(string hash) =>
        logs.FirstOrDefault(log => Path.GetDirectoryName(WitnessFolder.PathOf(log.Name)) == hash) is { } log ? witness.Latest(log.Name) : new(404, "No log of this hash is known here.\n");

    public void Dispose()
    {
        folder.Dispose();
        key.Dispose();
    }

    // A cosignature states a time. Set back, this witness would say of the past what it did not see then.
    private string? DoubtAt(Instant now) => last <= now + Slack
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"The clock of this witness says {now}, but it cosigned at {last} already: it was set back. It cosigns again once that is mended.");

    private WitnessedLog State(string origin)
    {
        if (folder.Find(origin) is not { } note) return new(origin, Size: null, Root: null, At: null);
        var checkpoint = Checkpoint.Parse(note.Text);
        return new(origin, checkpoint.Size, checkpoint.Root.ToString(), note.Signatures.FirstOrDefault(Key.IsOf) is { } own ? Key.TimeOf(own) : null);
    }

    /// <summary>Whether what was refused contradicts what the same log had cosigned: then both are kept.</summary>
    private void Suspect(ReadOnlySpan<byte> body)
    {
        try
        {
            var request = TransparencyLog.AddCheckpoint.Parse(body);
            var origin = request.Checkpoint.Origin;
            if (logs.All(log => log.Name != origin) || folder.Find(origin) is not { } seen) return;
            var view = SplitView.Convict(seen, request.Note, [.. logs.Where(log => log.Name == origin)]);
            if (view.Verdict == SplitVerdict.Convicted) Convicted?.Invoke(evidence.Keep(origin, view));
        }
        catch (LogException)
        {
            // What the log has not signed says nothing of it.
        }
    }
}
