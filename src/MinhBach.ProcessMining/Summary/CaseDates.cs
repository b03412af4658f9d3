using NodaTime;

namespace MinhBach.ProcessMining;

/// <summary>What a case's attributes say of its dates.</summary>
/// <param name="Standing">How it stands to its due date.</param>
/// <param name="Start">When it began; null where that is not told or cannot be read.</param>
/// <param name="Due">By when it was due; a date without a time of day lasts until the day's end.</param>
/// <param name="Done">When it was done.</param>
/// <param name="IsDoneBeforeStart">Whether it was done before it began.</param>
public readonly record struct CaseDates(LogStanding Standing, Instant? Start, Instant? Due, Instant? Done, bool IsDoneBeforeStart);
