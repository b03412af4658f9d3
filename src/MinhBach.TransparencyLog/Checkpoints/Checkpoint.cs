using System.Text;

namespace MinhBach.TransparencyLog;

/// <summary>What a log says of itself: its name, its size and its root (c2sp.org/tlog-checkpoint). Believed once a note with it was verified.</summary>
public sealed record Checkpoint
{
    /// <summary>A checkpoint.</summary>
    /// <param name="origin">The log's name: one line, not empty.</param>
    /// <param name="head">Size, 0 or more, and root.</param>
    /// <param name="extensions">Further lines, each with its newline, none of them empty. Nobody audits them.</param>
    /// <exception cref="LogException">The lines are not as said.</exception>
    public Checkpoint(string origin, TreeHead head, string extensions = "")
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(extensions);
        ArgumentOutOfRangeException.ThrowIfNegative(head.Size, nameof(head));
        if (origin.Length == 0 || origin.Contains('\n', StringComparison.Ordinal)) throw new LogException("The origin of a checkpoint is one line that is not empty.");
        if (extensions.Length > 0 && (!extensions.EndsWith('\n') || extensions[..^1].Split('\n').Contains(""))) throw new LogException("The further lines of a checkpoint are not empty, and each ends in a newline.");
        (Origin, Head, Extensions) = (origin, head, extensions);
    }

    /// <summary>The log's name.</summary>
    public string Origin { get; }

    /// <summary>Size and root.</summary>
    public TreeHead Head { get; }

    /// <summary>How many entries the log has.</summary>
    public long Size => Head.Size;

    /// <summary>The root of its tree.</summary>
    public TreeHash Root => Head.Root;

    /// <summary>Further lines, each with its newline.</summary>
    public string Extensions { get; }

    /// <summary>The text that is signed.</summary>
    public string Text => new StringBuilder(Origin).Append('\n').Append(LogText.Text(Size)).Append('\n').Append(Root).Append('\n').Append(Extensions).ToString();

    /// <summary>Reads the text of a note.</summary>
    /// <exception cref="LogException">It is no checkpoint.</exception>
    public static Checkpoint Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var origin = LogText.TakeLine(ref text, "the origin of a checkpoint");
        var size = LogText.Number(LogText.TakeLine(ref text, "the size of a checkpoint"), "the size of a checkpoint");
        var root = TreeHash.Parse(LogText.TakeLine(ref text, "the root of a checkpoint"));
        return new(origin, new(size, root), text);
    }

    /// <summary>Reads the checkpoint of one log, and proves that the log signed it.</summary>
    /// <param name="note">The note.</param>
    /// <param name="log">The log's key.</param>
    /// <param name="origin">The log's name; null where it is the key's.</param>
    /// <exception cref="LogException">It is no checkpoint, another log's, or not signed by this key.</exception>
    public static Checkpoint Open(SignedNote note, VerifierKey log, string? origin = null)
    {
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(log);
        if (note.VerifiedBy(log).Count == 0) throw new LogException($"The checkpoint is not signed by {log}.");
        var checkpoint = Parse(note.Text);
        return checkpoint.Origin == (origin ?? log.Name) ? checkpoint : throw new LogException($"The checkpoint is of the log {checkpoint.Origin}, not of {origin ?? log.Name}.");
    }

    /// <summary>Signs the checkpoint.</summary>
    /// <param name="key">The log's.</param>
    public SignedNote Sign(SignerKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(Text, key.Sign(Text));
    }
}
