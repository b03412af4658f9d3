namespace MinhBach.ProcessMining;

/// <summary>An event or object as a file tells it, unchecked.</summary>
internal sealed record FoundThing(
    string? Id,
    string? Type,
    string? Time,
    IReadOnlyList<(string? Name, string? Value, string? Time)> Attributes,
    IReadOnlyList<(string? ObjectId, string? Qualifier)> Relations);
