using MinhBach.Kernel;

namespace MinhBach.Monitoring.Integrity;

/// <summary>What somebody who looked into a finding says of it.</summary>
public enum Verdict
{
    /// <summary>It is what it looks like.</summary>
    Confirmed = 1,

    /// <summary>There was a good reason for it.</summary>
    Justified = 2,
}

/// <summary>Somebody looked into a finding. Its stream is the finding's id.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Pattern">Of which pattern it is.</param>
/// <param name="Verdict">What they say.</param>
/// <param name="Reason">Why.</param>
[JournalEvent("finding.marked")]
public sealed record FindingMarked(long Dossier, PatternKind Pattern, Verdict Verdict, string Reason)
{
    /// <summary>The stream of the journal that is about findings.</summary>
    public const string Stream = "finding";
}
