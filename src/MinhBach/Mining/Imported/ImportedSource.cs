using MinhBach.Mining.Mapping;
using NodaTime;

namespace MinhBach.Mining.Imported;

/// <summary>A system whose logs were brought in.</summary>
internal sealed record ImportedSource(long Id, string Slug, LogMap Map, long Version, IReadOnlyList<ImportedFile> Files)
{
    /// <summary>What people call it.</summary>
    public string Name => Map.Source.Name;

    /// <summary>Whether there is anything to show.</summary>
    public bool HasCases => Files.Any(file => file.FinishedAt is not null);

    public string Address => ImportedAddress.Of(Slug);
}

/// <summary>A file that was brought in, or is being brought in.</summary>
internal sealed record ImportedFile(
    long Id, string Name, string Hash, LogFormat Format, long Cases, long Events, FoundProblems Problems, long Taken, long Added, long Same, long Differing, Instant BegunAt, Instant? FinishedAt);

/// <summary>Where the boards of other systems' logs are.</summary>
internal static class ImportedAddress
{
    public const string All = "/theo-doi/he-thong-cu";
    public const string New = All + "/moi";

    public static string Of(string slug) => All + "/" + slug;
}
