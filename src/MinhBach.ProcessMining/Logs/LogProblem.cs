namespace MinhBach.ProcessMining;

/// <summary>One thing that is wrong in a log, with its place.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Place">Where in the file.</param>
/// <param name="Case">Id of the case, or of the event or object of an object-centric log; null where none is known.</param>
/// <param name="Value">The text that is wrong, cut to <see cref="LongestValue"/> characters; null where there is none.</param>
public sealed record LogProblem(LogProblemKind Kind, LogPlace Place, string? Case, string? Value)
{
    /// <summary>How much of a wrong text is kept, in characters.</summary>
    public const int LongestValue = 80;
}
