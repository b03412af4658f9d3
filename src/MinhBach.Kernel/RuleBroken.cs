namespace MinhBach.Kernel;

/// <summary>
/// A rule of the work was broken (the dossier is already closed, the reason is missing). Nothing was written.
/// Pages show the sentence; the API answers 409 problem+json with <see cref="Code"/>.
/// </summary>
/// <param name="code">Stable code, dotted lower case, such as <c>dossier.closed</c>.</param>
/// <param name="sentence">Vietnamese sentence with {0}-style places; it is also the key of its translation.</param>
/// <param name="values">Values for the places.</param>
public sealed class RuleBroken(string code, string sentence, params object[] values)
    : Exception(values.Length == 0 ? sentence : string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, values))
{
    /// <summary>Stable code for programs.</summary>
    public string Code { get; } = code;

    /// <summary>The sentence before its places were filled.</summary>
    public string Sentence { get; } = sentence;

    /// <summary>Values for the places of <see cref="Sentence"/>.</summary>
    public IReadOnlyList<object> Values { get; } = values;
}

/// <summary>The write queue is full: the caller should try again shortly (HTTP 503 with Retry-After).</summary>
public sealed class QueueFull() : Exception("The write queue is full.");
