namespace MinhBach.Bpmn;

/// <summary>How much of a file the reader takes in before it refuses it. The defaults hold the largest models seen in practice many times over.</summary>
public sealed record BpmnLimits
{
    /// <summary>The limits used when none are given.</summary>
    public static BpmnLimits Default { get; } = new();

    /// <summary>Largest file, in bytes. Default 8 MiB.</summary>
    public int MaxBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Deepest nesting of elements. Default 64.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>Most elements in a file. Default 100,000.</summary>
    public int MaxElements { get; init; } = 100_000;

    /// <summary>Longest attribute value, in characters. Default 64 Ki.</summary>
    public int MaxAttributeLength { get; init; } = 64 * 1024;
}
