namespace MinhBach.ProcessMining;

/// <summary>A place in a file.</summary>
/// <param name="Line">Line, from 1; 0 where it is not known.</param>
/// <param name="Position">Position in the line, from 1; 0 where it is not known.</param>
public readonly record struct LogPlace(long Line, long Position)
{
    /// <summary>No place in particular.</summary>
    public static LogPlace None => default;

    /// <summary>For people: <c>line 12, position 3</c>; empty where the line is not known.</summary>
    public override string ToString() =>
        Line == 0 ? "" : Position == 0 ? $"line {Line}" : $"line {Line}, position {Position}";
}
