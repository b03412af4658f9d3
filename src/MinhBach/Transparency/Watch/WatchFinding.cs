namespace MinhBach.Transparency;

/// <summary>Something that is not as the log promises, or as the rules want it.</summary>
/// <param name="Code">Stable code for programs, such as <c>case.gap</c>.</param>
/// <param name="Sentence">What, in a Vietnamese sentence with {0}-style places; also the key of its translation.</param>
/// <param name="Values">Values for the places.</param>
internal sealed record WatchFinding(string Code, string Sentence, params IReadOnlyList<object> Values)
{
    /// <summary>The index of the entry that it is about; null where it is about none.</summary>
    public long? Entry { get; init; }
}
