namespace MinhBach.Kernel;

/// <summary>Something in the journal that its rules do not allow.</summary>
/// <param name="Stream">What kind of thing it is about; empty when it is about the journal itself.</param>
/// <param name="StreamId">Which one.</param>
/// <param name="Sentence">A Vietnamese sentence with places.</param>
/// <param name="Values">Values for the places.</param>
public sealed record JournalFault(string Stream, long StreamId, string Sentence, params object[] Values);
