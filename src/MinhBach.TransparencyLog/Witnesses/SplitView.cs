using System.Text.Encodings.Web;
using System.Text.Json;

namespace MinhBach.TransparencyLog;

/// <summary>
/// Two checkpoints that one log signed, held against each other. Where it convicts, it is evidence by itself: anybody who has the
/// log's key comes to the same verdict from the same bytes, without the log.
/// </summary>
public sealed class SplitView
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private SplitView(SignedNote earlier, SignedNote later) => (Earlier, Later) = (earlier, later);

    /// <summary>The checkpoint of the smaller tree, or the first given.</summary>
    public SignedNote Earlier { get; }

    /// <summary>The checkpoint of the larger tree, or the second given.</summary>
    public SignedNote Later { get; }

    /// <summary>What they say of the log.</summary>
    public SplitVerdict Verdict { get; private init; }

    /// <summary>Why, in plain words.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>The root that the later tree has at the earlier one's size; null where nothing shows it.</summary>
    public TreeHash? RootThere { get; private init; }

    /// <summary>The proof that it has.</summary>
    public IReadOnlyList<TreeHash> Proof { get; private init; } = [];

    /// <summary>Holds two checkpoints of one log against each other.</summary>
    /// <param name="first">One.</param>
    /// <param name="second">The other.</param>
    /// <param name="keys">The log's keys.</param>
    /// <param name="tree">The tree of the larger one, as its tiles tell it; null where nobody has them.</param>
    /// <exception cref="LogException">One is no checkpoint, is not signed by a key of the log, or they are of two logs.</exception>
    public static SplitView Convict(SignedNote first, SignedNote second, IReadOnlyList<VerifierKey> keys, IHashReader? tree = null)
    {
        var (a, b) = (Open(first, keys), Open(second, keys));
        if (a.Origin != b.Origin) throw new LogException($"The checkpoints are of two logs, {a.Origin} and {b.Origin}.");
        if (a.Size > b.Size) (first, second, a, b) = (second, first, b, a);
        if (tree is null || a.Size == 0 || a.Size == b.Size) return Judge(first, second, a, b, rootThere: null, []);
        try
        {
            return Judge(first, second, a, b, Subtree.HashOf(tree, 0, a.Size), ConsistencyProof.Make(tree, a.Size, b.Size));
        }
        catch (LogException)
        {
            return Judge(first, second, a, b, rootThere: null, []);
        }
    }

    /// <summary>Reads evidence as <see cref="ToBytes"/> writes it, and judges it anew: its own verdict is not believed.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="keys">The log's keys.</param>
    /// <exception cref="LogException">It is no evidence, or not of this log.</exception>
    public static SplitView Parse(ReadOnlySpan<byte> bytes, IReadOnlyList<VerifierKey> keys)
    {
        Written written;
        try
        {
            written = JsonSerializer.Deserialize<Written>(bytes, Json) ?? throw new LogException("The evidence is null.");
        }
        catch (JsonException broken)
        {
            throw new LogException($"The evidence cannot be read: {broken.Message}", broken);
        }

        var (earlier, later) = (SignedNote.Parse(written.Earlier ?? ""), SignedNote.Parse(written.Later ?? ""));
        var (a, b) = (Open(earlier, keys), Open(later, keys));
        if (a.Origin != b.Origin) throw new LogException($"The checkpoints are of two logs, {a.Origin} and {b.Origin}.");
        if (a.Size > b.Size) throw new LogException("The evidence names the later checkpoint first.");
        return Judge(earlier, later, a, b, written.RootThere is { } root ? TreeHash.Parse(root) : null, [.. (written.Proof ?? []).Select(TreeHash.Parse)]);
    }

    /// <summary>The evidence as a file: JSON with both notes, and what shows that they contradict each other.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(
        new Written(Verdict.ToString(), Reason, Earlier.ToString(), Later.ToString(), RootThere?.ToString(), Proof.Count == 0 ? null : [.. Proof.Select(hash => hash.ToString())]), Json);

    private static Checkpoint Open(SignedNote note, IReadOnlyList<VerifierKey> keys)
    {
        ArgumentNullException.ThrowIfNull(note);
        var checkpoint = Checkpoint.Parse(note.Text);
        return note.VerifiedBy(keys.Where(key => key.Name == checkpoint.Origin)).Count > 0
            ? checkpoint
            : throw new LogException($"A checkpoint of {checkpoint.Origin} is not signed by a known key of that log.");
    }

    private static SplitView Judge(SignedNote earlier, SignedNote later, Checkpoint a, Checkpoint b, TreeHash? rootThere, IReadOnlyList<TreeHash> proof)
    {
        var isShown = rootThere is { } root && ConsistencyProof.Verify(a.Size, b.Size, root, b.Root, [.. proof]);
        var (verdict, reason) = Say(a, b, isShown ? rootThere : null);
        return new(earlier, later) { Verdict = verdict, Reason = reason, RootThere = isShown ? rootThere : null, Proof = isShown ? proof : [] };
    }

    private static (SplitVerdict Verdict, string Reason) Say(Checkpoint a, Checkpoint b, TreeHash? rootThere)
    {
        foreach (var empty in (ReadOnlySpan<Checkpoint>)[a, b])
        {
            if (empty.Size == 0 && empty.Root != TreeHashing.Empty)
                return (SplitVerdict.Convicted, $"A tree without entries was signed with the root {empty.Root}, which is not that of an empty tree.");
        }

        if (a.Head == b.Head) return (SplitVerdict.Consistent, "Both are the same tree.");
        if (a.Size == b.Size) return (SplitVerdict.Convicted, FormattableString.Invariant($"Two trees of {a.Size} entries were signed, with the roots {a.Root} and {b.Root}."));
        if (a.Size == 0) return (SplitVerdict.Consistent, "Every tree begins with the empty one.");
        if (rootThere is not { } root)
            return (SplitVerdict.Unanswered, FormattableString.Invariant($"Nothing shows that the tree of {b.Size} entries begins with the tree of {a.Size} entries that was signed as well. The log has to prove it."));
        return root == a.Root
            ? (SplitVerdict.Consistent, FormattableString.Invariant($"The tree of {b.Size} entries begins with that of {a.Size}."))
            : (SplitVerdict.Convicted, FormattableString.Invariant($"The first {a.Size} entries of the tree of {b.Size} have the root {root}, but {a.Root} was signed for them."));
    }

    private sealed record Written(string? Verdict, string? Reason, string? Earlier, string? Later, string? RootThere, string[]? Proof);
}
