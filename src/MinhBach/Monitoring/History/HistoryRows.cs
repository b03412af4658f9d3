using NodaTime;

namespace MinhBach.Monitoring.History;

/// <summary>A full block of history: never changed once it is stored.</summary>
internal sealed class HistoryBlockRow
{
    /// <summary>What its rows are: steps or dossiers.</summary>
    public required string Kind { get; init; }

    public int Number { get; init; }

    /// <summary>The rows, packed.</summary>
    public required byte[] Content { get; init; }
}

/// <summary>The rest of the history: names, rows that do not fill a block yet, and what is open. Up to which entry stands in the journal's own table of cursors.</summary>
internal sealed class HistoryStateRow
{
    public const int Only = 1;

    public int Id { get; init; } = Only;

    /// <summary>Layout of the content; another one is built anew from the journal.</summary>
    public int Layout { get; set; }

    public Instant? AsOf { get; set; }

    public byte[] Content { get; set; } = [];
}
