using NodaTime;

namespace MinhBach.TransparencyLog;

/// <summary>
/// The witness's side of the protocol (c2sp.org/tlog-witness) without a web server: it cosigns a log's checkpoint if it
/// continues the one it cosigned before, and never another. For several threads, if its store is.
/// </summary>
public sealed class Witness
{
    private readonly IReadOnlyList<SignerKey> _keys;
    private readonly Dictionary<string, List<VerifierKey>> _logs = new(StringComparer.Ordinal);
    private readonly IWitnessStore _store;

    /// <summary>A witness.</summary>
    /// <param name="store">What it remembers.</param>
    /// <param name="logs">The keys of the logs that it watches; a key's name is its log's origin, and a log may have several.</param>
    /// <param name="keys">Its own, one or more, of the kind <see cref="SignatureKind.Cosignature"/>.</param>
    /// <exception cref="ArgumentException">There is no key, or one that does not cosign.</exception>
    public Witness(IWitnessStore store, IEnumerable<VerifierKey> logs, params IEnumerable<SignerKey> keys)
    {
        ArgumentNullException.ThrowIfNull(logs);
        (_store, _keys) = (store, [.. keys]);
        if (_keys.Count == 0 || _keys.Any(key => key.Verifier.Kind != SignatureKind.Cosignature)) throw new ArgumentException("A witness has one or more keys that cosign.", nameof(keys));
        foreach (var log in logs)
        {
            if (!_logs.TryGetValue(log.Name, out var known)) _logs.Add(log.Name, known = []);
            known.Add(log);
        }
    }

    /// <summary>Answers <c>POST add-checkpoint</c>.</summary>
    /// <param name="body">Its body.</param>
    /// <param name="now">The witness's clock.</param>
    /// <exception cref="LogException">The store is spoilt.</exception>
    /// <exception cref="IOException">The store cannot keep the checkpoint; nothing was cosigned.</exception>
    public WitnessAnswer AddCheckpoint(ReadOnlySpan<byte> body, Instant now)
    {
        AddCheckpoint request;
        try
        {
            request = TransparencyLog.AddCheckpoint.Parse(body);
        }
        catch (LogException broken)
        {
            return Refusal(400, broken.Message);
        }

        if (!_logs.TryGetValue(request.Checkpoint.Origin, out var keys)) return Refusal(404, $"The log {request.Checkpoint.Origin} is not known here.");
        IReadOnlyList<VerifierKey> signed;
        try
        {
            signed = request.Note.VerifiedBy(keys);
        }
        catch (LogException broken)
        {
            return Refusal(403, broken.Message);
        }

        if (signed.Count == 0) return Refusal(403, $"The checkpoint is not signed by a known key of {request.Checkpoint.Origin}.");
        if (request.OldSize > request.Checkpoint.Size) return Refusal(400, "The old size is larger than that of the checkpoint.");
        var last = _store.Find(request.Checkpoint.Origin);
        var seen = last is null ? TreeHead.Empty : Checkpoint.Parse(last.Text).Head;
        if (request.OldSize != seen.Size) return Conflict(seen.Size);
        if (Inconsistency(request, last is not null, seen) is { } reason) return Refusal(422, reason);
        return Cosign(request, signed, last, now);
    }

    /// <summary>Answers <c>GET HASH/checkpoint</c>: what was cosigned last.</summary>
    /// <param name="origin">The log's name.</param>
    public WitnessAnswer Latest(string origin) =>
        _store.Find(origin) is { } last ? new(200, last.ToString()) : Refusal(404, $"Nothing of the log {origin} was cosigned here.");

    private static string? Inconsistency(AddCheckpoint request, bool isKnown, TreeHead seen)
    {
        var (size, root) = (request.Checkpoint.Size, request.Checkpoint.Root);
        if (size == 0 && root != TreeHashing.Empty) return "The root is not that of an empty tree.";
        if (request.OldSize == 0) return request.Proof.Count == 0 ? null : "From an empty tree there is nothing to prove.";
        return isKnown && ConsistencyProof.Verify(seen.Size, size, seen.Root, root, [.. request.Proof])
            ? null
            : FormattableString.Invariant($"The tree of {size} entries is not shown to begin with the tree of {seen.Size} entries that was cosigned here.");
    }

    private WitnessAnswer Cosign(AddCheckpoint request, IReadOnlyList<VerifierKey> signed, SignedNote? last, Instant now)
    {
        var note = request.Note;
        NoteSignature[] cosignatures = [.. _keys.Select(key => key.Cosign(note.Text, now))];
        var kept = new SignedNote(note.Text, note.Signatures.Where(signature => signed.Any(key => key.IsOf(signature))).Concat(cosignatures));
        // Nothing leaves this witness before it is kept: what is not remembered could be contradicted.
        if (!_store.TryReplace(request.Checkpoint.Origin, last, kept))
            return Conflict(_store.Find(request.Checkpoint.Origin) is { } other ? Checkpoint.Parse(other.Text).Size : 0);
        return new(200, string.Concat(cosignatures.Select(signature => signature + "\n")));
    }

    private static WitnessAnswer Conflict(long size) => new(409, LogText.Text(size) + "\n", WitnessAnswer.SizeType);

    private static WitnessAnswer Refusal(int status, string reason) => new(status, reason + "\n");
}
