namespace MinhBach.ProcessMining;

/// <summary>
/// How much of a file a reader takes in before it refuses it with a <see cref="LogFormatException"/>. The defaults hold
/// logs of a hundred million events and keep a hostile file from filling memory.
/// </summary>
public sealed record LogLimits
{
    /// <summary>The limits used when none are given.</summary>
    public static LogLimits Default { get; } = new();

    /// <summary>Longest name of an activity, resource or unit, longest key and id, in characters. Default 4,096.</summary>
    public int LongestName { get; init; } = 4_096;

    /// <summary>Longest value of a case's attribute, in characters. Default 256 Ki.</summary>
    public int LongestValue { get; init; } = 256 * 1024;

    /// <summary>Most different activities. Default 100,000.</summary>
    public int MostActivities { get; init; } = 100_000;

    /// <summary>Most different resources, and most different units. Default 1,000,000 each.</summary>
    public int MostResources { get; init; } = 1_000_000;

    /// <summary>Most different keys of attributes, and most different names of elements. Default 10,000 each.</summary>
    public int MostKeys { get; init; } = 10_000;

    /// <summary>Most events of one case. Default 1,000,000.</summary>
    public int MostEventsPerCase { get; init; } = 1_000_000;

    /// <summary>Deepest nesting of elements or of JSON values. Default 64.</summary>
    public int DeepestNesting { get; init; } = 64;

    /// <summary>Most bytes after unpacking. Default 64 GiB.</summary>
    public long MostBytes { get; init; } = 64L * 1024 * 1024 * 1024;

    /// <summary>
    /// Most bytes that one element's start, the blanks and comments between two elements, one row of CSV, or one event or
    /// object of an object-centric log takes up. Default 1 MiB; the time that a tag full of blanks takes grows with the square.
    /// </summary>
    public int MostBytesAtOnce { get; init; } = 1024 * 1024;

    /// <summary>
    /// Largest ratio of unpacked to packed bytes, looked at beyond the first 16 MiB unpacked. Default 250: real logs
    /// were seen at 14 to 19 to one, and gzip reaches at most 1,032.
    /// </summary>
    public int LargestRatio { get; init; } = 250;
}
