using MinhBach.Kernel;
using MinhBach.Mining.Mapping;
using MinhBach.ProcessMining;
using NodaTime;

namespace MinhBach.Mining.Import;

/// <summary>The streams of the journal that are about logs of other systems. Nothing in them is a dossier of this city.</summary>
internal static class ImportStreams
{
    /// <summary>A system whose logs are brought in.</summary>
    public const string Source = "imported-log";

    /// <summary>One case of such a log.</summary>
    public const string Case = "imported-case";
}

/// <summary>A log of another system is being brought in; its cases follow.</summary>
/// <param name="File">The import.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="Sha256">The file's SHA-256, in hexadecimal digits.</param>
/// <param name="Format">What it is written in.</param>
/// <param name="Map">Which part of it is what.</param>
/// <param name="Cases">Cases in it.</param>
/// <param name="Events">Events in it.</param>
/// <param name="Problems">What is wrong in it.</param>
/// <param name="Broken">The first of the cases whose due or done date cannot be read.</param>
[JournalEvent("imported-log.begun")]
public sealed record LogImportBegun(
    long File, string FileName, string Sha256, LogFormat Format, LogMap Map, long Cases, long Events, FoundProblems Problems, IReadOnlyList<BrokenCase> Broken);

/// <summary>A case whose dates cannot be read, with what stands there.</summary>
public sealed record BrokenCase(string Key, string? Due, string? Done);

/// <summary>A log was brought in to its end.</summary>
/// <param name="File">The import.</param>
/// <param name="Added">Cases that are new.</param>
/// <param name="Same">Cases left out because they were there already, the same.</param>
/// <param name="Differing">Cases left out because they were there already and said something else.</param>
[JournalEvent("imported-log.finished")]
public sealed record LogImportFinished(long File, long Added, long Same, long Differing);

/// <summary>
/// What the log of another system states of one case. Its times are that system's word; when this city took note of it is the entry's own time.
/// </summary>
/// <param name="Source">The system.</param>
/// <param name="File">The import that brought it.</param>
/// <param name="Number">Its place in the file, from 0.</param>
/// <param name="Key">Its id there.</param>
/// <param name="Attributes">Those of its attributes that the map names, as the log wrote them.</param>
/// <param name="Steps">What happened, in order of time.</param>
[JournalEvent("imported-case.stated")]
public sealed record ImportedCaseStated(
    long Source, long File, long Number, string Key, IReadOnlyDictionary<string, string> Attributes, IReadOnlyList<StatedStep> Steps);

/// <summary>One thing that happened in a case, as its system states it.</summary>
/// <param name="Activity">What was done.</param>
/// <param name="At">When, by that system's word; null where it does not tell.</param>
/// <param name="Person">Who did it.</param>
/// <param name="Unit">Where.</param>
/// <param name="Moment">Which moment of the activity's life; null for its completion.</param>
public sealed record StatedStep(string Activity, Instant? At, string? Person = null, string? Unit = null, LogLifecycle? Moment = null);
