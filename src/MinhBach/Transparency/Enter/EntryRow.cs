namespace MinhBach.Transparency.Enter;

/// <summary>An entry of the log, kept where the city's work is kept: tiles are made of it, and made anew should they be lost.</summary>
internal sealed class EntryRow
{
    /// <summary>Its index in the log, from 0 without gaps.</summary>
    public long Position { get; init; }

    /// <summary>The leaf, as text.</summary>
    public required string Content { get; init; }

    /// <summary>The index of the entry before it of the same dossier.</summary>
    public long? Previous { get; init; }

    /// <summary>The journal's entry behind it; null where there is none.</summary>
    public long? Sequence { get; init; }

    /// <summary>What it is about where that is no dossier: its type.</summary>
    public string? Topic { get; init; }

    public string? Agency { get; init; }

    public string? Procedure { get; init; }
}
