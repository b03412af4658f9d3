using MinhBach.Kernel;

namespace MinhBach.Transparency;

/// <summary>Figures were published: from here on the city stands by them.</summary>
[JournalEvent("statistic.published")]
public sealed record StatisticPublished(PublishedStatistic Statistic);

/// <summary>A key signs the log from here on.</summary>
/// <param name="Key">Its verifier key.</param>
/// <param name="Reason">Why.</param>
[JournalEvent("log.key-added")]
public sealed record LogKeyAdded(string Key, string Reason);
