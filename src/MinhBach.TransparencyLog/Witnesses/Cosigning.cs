namespace MinhBach.TransparencyLog;

/// <summary>What a log got of a witness.</summary>
public abstract record Cosigning
{
    private Cosigning()
    {
    }

    /// <summary>Cosignatures that hold.</summary>
    /// <param name="Signatures">One or more, each of a known key of the witness.</param>
    public sealed record Given(IReadOnlyList<NoteSignature> Signatures) : Cosigning;

    /// <summary>The witness has cosigned another size: the proof has to begin there.</summary>
    /// <param name="Size">That size.</param>
    public sealed record Elsewhere(long Size) : Cosigning;

    /// <summary>The witness did not cosign.</summary>
    /// <param name="Reason">Why, as it says or as was found.</param>
    public sealed record Refused(string Reason) : Cosigning;

    /// <summary>Judges an answer to <c>add-checkpoint</c>. Nothing in it is believed that a known key has not signed.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="checkpoint">What was sent.</param>
    /// <param name="witness">The witness's keys.</param>
    public static Cosigning Of(WitnessAnswer answer, SignedNote checkpoint, params IEnumerable<VerifierKey> witness)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(checkpoint);
        try
        {
            var body = answer.Body;
            if (answer.Status == 409) return new Elsewhere(LogText.Number(LogText.TakeLine(ref body, "the size"), "the size that a witness has seen"));
            if (answer.Status != 200) return new Refused(FormattableString.Invariant($"{answer.Status}: {answer.Body.TrimEnd()}"));
            if (!body.EndsWith('\n')) return new Refused("The answer does not end in a cosignature and a newline.");
            VerifierKey[] keys = [.. witness];
            var note = new SignedNote(checkpoint.Text, body[..^1].Split('\n', 101).Select(NoteSignature.Parse));
            if (note.VerifiedBy(keys).Count == 0) return new Refused("None of the cosignatures is of a known key.");
            return new Given([.. note.Signatures.Where(signature => keys.Any(key => key.IsOf(signature)))]);
        }
        catch (LogException broken)
        {
            return new Refused(broken.Message);
        }
    }
}
