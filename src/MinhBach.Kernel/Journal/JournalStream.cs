namespace MinhBach.Kernel;

/// <summary>A kind of thing whose events are chained: each names the one before it, and a table keeps the newest.</summary>
/// <param name="Name">The stream, such as <c>dossier</c>.</param>
/// <param name="Newest">A query for all things of the kind: their id, and the sequence of their newest event.</param>
public sealed record JournalStream(string Name, string Newest);
