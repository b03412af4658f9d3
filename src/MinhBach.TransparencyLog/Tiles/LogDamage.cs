namespace MinhBach.TransparencyLog;

/// <summary>A file of a log that is not as its checkpoint says.</summary>
/// <param name="Path">Which, below the log's prefix.</param>
/// <param name="What">What is wrong with it.</param>
public sealed record LogDamage(string Path, string What);
