namespace MinhBach.Dossiers.Check;

/// <summary>How far a check is, 0 to 1.</summary>
public sealed record CheckProgress(double Share);

/// <summary>Something that does not agree.</summary>
/// <param name="Subject">A dossier code, or the series of a day.</param>
/// <param name="Sentence">A Vietnamese sentence for the words, with places.</param>
/// <param name="Values">Values for the places.</param>
public sealed record CheckFinding(string Subject, string Sentence, params object[] Values);

/// <summary>What a check looked at and found.</summary>
public sealed record CheckReport(long Entries, int Dossiers, int Steps, IReadOnlyList<CheckFinding> Findings);
