using MinhBach.Kernel;
using MinhBach.Mining.Mapping;
using NodaTime;

namespace MinhBach.Mining.Wizard;

/// <summary>A log that was uploaded to be brought in.</summary>
/// <param name="Token">Its name in addresses and on the disk.</param>
/// <param name="FileName">What the uploader calls it.</param>
/// <param name="Map">Which part of it is what, as guessed or chosen so far.</param>
/// <param name="At">When it was uploaded.</param>
/// <param name="By">Who had it brought in; null while nobody has.</param>
/// <param name="Failure">Why that failed; null when it did not.</param>
/// <param name="IsDone">Whether it was brought in to its end.</param>
internal sealed record StagedLog(string Token, string FileName, LogMap Map, Instant At, Actor? By = null, StagedFailure? Failure = null, bool IsDone = false)
{
    /// <summary>Whether it waits for being brought in, or is.</summary>
    public bool IsQueued => By is not null && Failure is null && !IsDone;

    public string Address => Imported.ImportedAddress.New + "/" + Token;
}
