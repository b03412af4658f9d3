namespace MinhBach.Kernel;

/// <summary>
/// Reads the journal in order and keeps something up to date from it. What it writes through the session and its cursor
/// are committed together, so each entry counts exactly once; its tables can always be rebuilt by starting over.
/// </summary>
public interface IJournalConsumer
{
    /// <summary>Stable name of its cursor.</summary>
    string Name { get; }

    /// <summary>Takes the next entries, oldest first.</summary>
    Task ConsumeAsync(IReadOnlyList<JournalEntry> entries, WriteSession session, CancellationToken cancellation);

    /// <summary>Empties what it keeps, before a rebuild from the first entry.</summary>
    Task ForgetAsync(WriteSession session, CancellationToken cancellation);
}
