using NodaTime;

namespace MinhBach.Kernel;

/// <summary>
/// A place in the journal's one order. On SQLite it is the row's sequence (transaction 0); on PostgreSQL rows are
/// ordered by the id of the transaction that wrote them, then by sequence, and are shown only once no older
/// transaction can still commit.
/// </summary>
/// <param name="Transaction">Writing transaction's id, 0 on SQLite.</param>
/// <param name="Sequence">The row's own number.</param>
public readonly record struct JournalPosition(long Transaction, long Sequence) : IComparable<JournalPosition>
{
    /// <summary>Before the first entry. Entries that came from another PostgreSQL cluster stand at negative transactions (<see cref="JournalMove"/>).</summary>
    public static JournalPosition Start { get; } = new(long.MinValue, 0);

    /// <inheritdoc />
    public int CompareTo(JournalPosition other) =>
        Transaction != other.Transaction ? Transaction.CompareTo(other.Transaction) : Sequence.CompareTo(other.Sequence);

    /// <summary>Earlier in the journal.</summary>
    public static bool operator <(JournalPosition left, JournalPosition right) => left.CompareTo(right) < 0;

    /// <summary>Later in the journal.</summary>
    public static bool operator >(JournalPosition left, JournalPosition right) => left.CompareTo(right) > 0;

    /// <summary>Not later in the journal.</summary>
    public static bool operator <=(JournalPosition left, JournalPosition right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier in the journal.</summary>
    public static bool operator >=(JournalPosition left, JournalPosition right) => left.CompareTo(right) >= 0;
}

/// <summary>One event as the journal keeps it.</summary>
/// <param name="Position">Its place in the order.</param>
/// <param name="At">When the server recorded it.</param>
/// <param name="Stream">What kind of thing it is about, such as <c>dossier</c>.</param>
/// <param name="StreamId">Which one.</param>
/// <param name="Previous">Sequence of the event before it in the same stream; null for the first.</param>
/// <param name="Name">Event name, such as <c>dossier.received</c>.</param>
/// <param name="Actor">Who.</param>
/// <param name="Event">The event record; null when its name is no longer known.</param>
public sealed record JournalEntry(
    JournalPosition Position, Instant At, string Stream, long StreamId, long? Previous, string Name, Actor Actor, object? Event)
{
    /// <summary>The actor, letter by letter as the journal keeps it; empty where the entry was not read from there.</summary>
    public string ActorText { get; init; } = "";

    /// <summary>The event, letter by letter as the journal keeps it; empty where the entry was not read from there.</summary>
    public string Data { get; init; } = "";
}
