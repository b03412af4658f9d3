namespace MinhBach.TransparencyLog;

/// <summary>Witnesses and groups of which some have to cosign.</summary>
/// <param name="Least">How many.</param>
/// <param name="Members">Their names.</param>
internal sealed record PolicyGroup(int Least, IReadOnlyList<string> Members);
