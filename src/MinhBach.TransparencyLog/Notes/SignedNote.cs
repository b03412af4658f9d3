using System.Text;

namespace MinhBach.TransparencyLog;

/// <summary>
/// A text and the signatures under it (c2sp.org/signed-note). The text means nothing before a trusted key was found among
/// those that <see cref="VerifiedBy"/> gives.
/// </summary>
public sealed class SignedNote
{
    private const int MostSignatures = 100;
    private const int MostBytes = 1 << 20;

    /// <summary>A note.</summary>
    /// <param name="text">Its text; ends in a newline and holds no other control characters.</param>
    /// <param name="signatures">One or more.</param>
    /// <exception cref="LogException">The text or the number of signatures does not fit a note.</exception>
    public SignedNote(string text, params IEnumerable<NoteSignature> signatures)
    {
        ArgumentNullException.ThrowIfNull(text);
        (Text, Signatures) = (text, [.. signatures]);
        if (!text.EndsWith('\n')) throw new LogException("The text of a note does not end in a newline.");
        if (text.Any(letter => letter < ' ' && letter != '\n')) throw new LogException("The text of a note holds a control character.");
        if (Signatures.Count is 0 or > MostSignatures) throw new LogException(FormattableString.Invariant($"A note has 1 to {MostSignatures} signatures, not {Signatures.Count}."));
        _ = LogText.ToUtf8(text, "a note");
    }

    /// <summary>The text, with its last newline.</summary>
    public string Text { get; }

    /// <summary>The signatures in their order, verified or not.</summary>
    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <summary>Reads a note.</summary>
    /// <param name="bytes">Its UTF-8.</param>
    /// <exception cref="LogException">They are no note.</exception>
    public static SignedNote Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostBytes) throw new LogException(FormattableString.Invariant($"A note of {bytes.Length} bytes is longer than {MostBytes}."));
        return ParseText(LogText.FromUtf8(bytes, "a note"));
    }

    /// <summary>Reads a note.</summary>
    /// <exception cref="LogException">It is no note.</exception>
    public static SignedNote Parse(string note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return Parse(LogText.ToUtf8(note, "a note"));
    }

    /// <summary>The same note with more signatures at its end; those that it has already are not repeated.</summary>
    public SignedNote With(params IEnumerable<NoteSignature> more) =>
        new(Text, Signatures.Concat(more.Where(signature => !Signatures.Contains(signature))));

    /// <summary>
    /// Which of the keys have signed. Signatures of other keys are ignored; but where a key is known, its signature has to hold.
    /// </summary>
    /// <param name="keys">The keys that are trusted. No two may have both name and id in common.</param>
    /// <returns>The keys in the order of their signatures, each once; none if none of them has signed.</returns>
    /// <exception cref="LogException">A signature of one of the keys fails.</exception>
    public IReadOnlyList<VerifierKey> VerifiedBy(params IEnumerable<VerifierKey> keys)
    {
        var known = new Dictionary<(string, uint), VerifierKey>();
        foreach (var key in keys)
        {
            if (!known.TryAdd((key.Name, key.Id), key) && !known[(key.Name, key.Id)].Equals(key))
                throw new ArgumentException($"Two keys have the name and id of {key}.", nameof(keys));
        }

        var text = LogText.ToUtf8(Text, "a note");
        var found = new List<VerifierKey>();
        foreach (var signature in Signatures)
        {
            if (!known.TryGetValue((signature.Name, signature.KeyId), out var key)) continue;
            if (!key.Verifies(text, signature.Bytes.Span)) throw new LogException(FormattableString.Invariant($"The signature of {signature.Name}+{signature.KeyId:x8} does not hold."));
            if (!found.Contains(key)) found.Add(key);
        }

        return found;
    }

    /// <summary>The note in UTF-8.</summary>
    public byte[] ToBytes() => LogText.ToUtf8(ToString(), "a note");

    /// <summary>The whole note.</summary>
    public override string ToString()
    {
        var note = new StringBuilder(Text).Append('\n');
        foreach (var signature in Signatures)
            note.Append(signature).Append('\n');
        return note.ToString();
    }

    private static SignedNote ParseText(string note)
    {
        // The text may hold empty lines of its own: the last one parts it from the signatures.
        var end = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0) throw new LogException("A note has no empty line between its text and its signatures.");
        var lines = note[(end + 2)..];
        if (!lines.EndsWith('\n')) throw new LogException("A note does not end in a signature and a newline.");
        return new(note[..(end + 1)], lines[..^1].Split('\n', MostSignatures + 1).Select(NoteSignature.Parse));
    }
}
