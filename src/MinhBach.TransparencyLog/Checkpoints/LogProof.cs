using System.Text;

namespace MinhBach.TransparencyLog;

/// <summary>
/// A proof that can be kept and checked without the log (c2sp.org/tlog-proof): an index, the hashes up to the root, and the
/// checkpoint with its signatures. What was entered is known from elsewhere.
/// </summary>
public sealed class LogProof
{
    /// <summary>The usual ending of its file.</summary>
    public const string FileExtension = ".tlog-proof";

    /// <summary>The most hashes that a proof can need.</summary>
    internal const int MostHashes = 63;

    private const string Header = "c2sp.org/tlog-proof@v1";
    private const string ExtraWord = "extra ";
    private const string IndexWord = "index ";

    /// <summary>A proof.</summary>
    /// <param name="index">The entry's, from 0.</param>
    /// <param name="hashes">From the entry's sibling upwards; at most 63.</param>
    /// <param name="checkpoint">The signed checkpoint.</param>
    /// <param name="extra">Whatever helps to find the entry again; nobody vouches for it.</param>
    /// <exception cref="LogException">There are more hashes, or the note is no checkpoint.</exception>
    public LogProof(long index, IReadOnlyList<TreeHash> hashes, SignedNote checkpoint, ReadOnlyMemory<byte> extra = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentNullException.ThrowIfNull(hashes);
        ArgumentNullException.ThrowIfNull(checkpoint);
        if (hashes.Count > MostHashes) throw new LogException(FormattableString.Invariant($"A proof has at most {MostHashes} hashes, not {hashes.Count}."));
        (Index, Hashes, Note, Checkpoint, Extra) = (index, hashes, checkpoint, Checkpoint.Parse(checkpoint.Text), extra);
    }

    /// <summary>The entry's index.</summary>
    public long Index { get; }

    /// <summary>From the entry's sibling upwards.</summary>
    public IReadOnlyList<TreeHash> Hashes { get; }

    /// <summary>The checkpoint with its signatures.</summary>
    public SignedNote Note { get; }

    /// <summary>The checkpoint, not verified.</summary>
    public Checkpoint Checkpoint { get; }

    /// <summary>Opaque, and not covered by any signature.</summary>
    public ReadOnlyMemory<byte> Extra { get; }

    /// <summary>Reads a proof.</summary>
    /// <param name="bytes">Its file.</param>
    /// <exception cref="LogException">It is none.</exception>
    public static LogProof Parse(ReadOnlySpan<byte> bytes)
    {
        var text = LogText.FromUtf8(bytes, "a proof");
        if (LogText.TakeLine(ref text, "the first line of a proof") != Header) throw new LogException($"A proof begins with the line {Header}.");
        var line = LogText.TakeLine(ref text, "the index of a proof");
        byte[] extra = [];
        if (line.StartsWith(ExtraWord, StringComparison.Ordinal))
        {
            extra = LogText.FromBase64(line[ExtraWord.Length..], "the extra line of a proof");
            if (extra.Length == 0) throw new LogException("The extra line of a proof is empty.");
            line = LogText.TakeLine(ref text, "the index of a proof");
        }

        if (!line.StartsWith(IndexWord, StringComparison.Ordinal)) throw new LogException("A proof does not say the entry's index.");
        var index = LogText.Number(line[IndexWord.Length..], "the index of a proof");
        return new(index, TakeHashes(ref text, "a proof"), SignedNote.Parse(text), extra);
    }

    /// <summary>
    /// Judges the proof: the checkpoint satisfies the policy, and the entry stands in its tree.
    /// </summary>
    /// <param name="leaf">The hash of the entry as the verifier knows it, by <see cref="TreeHashing.Leaf"/>.</param>
    /// <param name="policy">Which logs and witnesses are trusted.</param>
    public PolicyVerdict Judge(TreeHash leaf, LogPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var verdict = policy.Judge(Note);
        return !verdict.IsAccepted || InclusionProof.Verify(Index, Checkpoint.Size, leaf, [.. Hashes], Checkpoint.Root)
            ? verdict
            : verdict with { IsAccepted = false, Reason = FormattableString.Invariant($"The entry is not the one that stands at {Index} in the checkpoint's tree of {Checkpoint.Size} entries.") };
    }

    /// <summary>The file in UTF-8.</summary>
    public byte[] ToBytes() => LogText.ToUtf8(ToString(), "a proof");

    /// <summary>The file.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Header).Append('\n');
        if (!Extra.IsEmpty) text.Append(ExtraWord).Append(Convert.ToBase64String(Extra.Span)).Append('\n');
        text.Append(IndexWord).Append(LogText.Text(Index)).Append('\n');
        foreach (var hash in Hashes)
            text.Append(hash).Append('\n');
        return text.Append('\n').Append(Note).ToString();
    }

    /// <summary>Cuts off lines of hashes up to the empty line behind them.</summary>
    internal static List<TreeHash> TakeHashes(ref string text, string what)
    {
        var hashes = new List<TreeHash>();
        while (LogText.TakeLine(ref text, $"the empty line behind the hashes of {what}") is { Length: > 0 } line)
        {
            if (hashes.Count == MostHashes) throw new LogException(FormattableString.Invariant($"There are more than {MostHashes} hashes in {what}."));
            hashes.Add(TreeHash.Parse(line));
        }

        return hashes;
    }
}
