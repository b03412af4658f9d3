using System.Text;

namespace MinhBach.TransparencyLog;

/// <summary>What a log sends to a witness (c2sp.org/tlog-witness, add-checkpoint): a checkpoint, and the proof that it continues the one before.</summary>
public sealed class AddCheckpoint
{
    private const string OldWord = "old ";
    private const int MostBytes = 1 << 20;

    /// <summary>A request.</summary>
    /// <param name="oldSize">Entries of the tree that the witness cosigned last; 0 if none.</param>
    /// <param name="proof">The proof of consistency from there; at most 63 hashes, none where the old size is 0.</param>
    /// <param name="checkpoint">The signed checkpoint.</param>
    /// <exception cref="LogException">There are more hashes, or the note is no checkpoint.</exception>
    public AddCheckpoint(long oldSize, IReadOnlyList<TreeHash> proof, SignedNote checkpoint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(oldSize);
        ArgumentNullException.ThrowIfNull(proof);
        ArgumentNullException.ThrowIfNull(checkpoint);
        if (proof.Count > LogProof.MostHashes) throw new LogException(FormattableString.Invariant($"A proof has at most {LogProof.MostHashes} hashes, not {proof.Count}."));
        (OldSize, Proof, Note, Checkpoint) = (oldSize, proof, checkpoint, Checkpoint.Parse(checkpoint.Text));
    }

    /// <summary>Entries of the tree that the witness is thought to have cosigned last.</summary>
    public long OldSize { get; }

    /// <summary>The proof of consistency from there.</summary>
    public IReadOnlyList<TreeHash> Proof { get; }

    /// <summary>The checkpoint with its signatures.</summary>
    public SignedNote Note { get; }

    /// <summary>The checkpoint, not verified.</summary>
    public Checkpoint Checkpoint { get; }

    /// <summary>Reads the body of a request.</summary>
    /// <exception cref="LogException">It is none.</exception>
    public static AddCheckpoint Parse(ReadOnlySpan<byte> body)
    {
        if (body.Length > MostBytes) throw new LogException(FormattableString.Invariant($"A request of {body.Length} bytes is longer than {MostBytes}."));
        var text = LogText.FromUtf8(body, "a request");
        var old = LogText.TakeLine(ref text, "the old size");
        if (!old.StartsWith(OldWord, StringComparison.Ordinal)) throw new LogException("A request begins with the old size.");
        var size = LogText.Number(old[OldWord.Length..], "the old size");
        return new(size, LogProof.TakeHashes(ref text, "a request"), SignedNote.Parse(text));
    }

    /// <summary>The body in UTF-8.</summary>
    public byte[] ToBytes() => LogText.ToUtf8(ToString(), "a request");

    /// <summary>The body.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(OldWord).Append(LogText.Text(OldSize)).Append('\n');
        foreach (var hash in Proof)
            text.Append(hash).Append('\n');
        return text.Append('\n').Append(Note).ToString();
    }
}
