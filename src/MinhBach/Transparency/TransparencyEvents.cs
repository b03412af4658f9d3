using MinhBach.Kernel;

namespace MinhBach.Transparency;

/// <summary>Figures were published: from here on the city stands by them.</summary>
[JournalEvent("statistic.published")]
public sealed record StatisticPublished(PublishedStatistic Statistic);

/// <summary>A report was published: from here on the city stands by it.</summary>
[JournalEvent("report.published")]
public sealed record ReportPublished(PublishedReport Report);

/// <summary>A key signs the log from here on.</summary>
/// <param name="Key">Its verifier key.</param>
/// <param name="Reason">Why.</param>
[JournalEvent("log.key-added")]
public sealed record LogKeyAdded(string Key, string Reason);

/// <summary>From here on dossiers of a procedure that are handed in are shown in the log, or are not.</summary>
/// <param name="Procedure">Procedure code.</param>
/// <param name="Reason">Why they are not, as the log tells it; null for shown.</param>
[JournalEvent("log.cases-shown")]
public sealed record CasesShown(string Procedure, string? Reason);
