using System.Collections.Concurrent;

namespace MinhBach.Dossiers.Check;

/// <summary>How far a check is, 0 to 1.</summary>
public sealed record CheckProgress(double Share);

/// <summary>Something that does not agree.</summary>
/// <param name="Subject">A dossier code, the series of a day, a file, or a stream of the journal.</param>
/// <param name="Sentence">A Vietnamese sentence for the words, with places.</param>
/// <param name="Values">Values for the places.</param>
public sealed record CheckFinding(string Subject, string Sentence, params object[] Values);

/// <summary>What a check looked at and found.</summary>
/// <param name="Entries">Entries of the journal, of all streams.</param>
/// <param name="Dossiers">Dossiers.</param>
/// <param name="Steps">Steps of dossiers, open and ended.</param>
/// <param name="Files">Uploaded files.</param>
/// <param name="Findings">What was found, at most <see cref="Kept"/> of it.</param>
/// <param name="Total">How much was found in all.</param>
public sealed record CheckReport(long Entries, long Dossiers, long Steps, long Files, IReadOnlyList<CheckFinding> Findings, long Total)
{
    /// <summary>So many findings are kept: nobody reads more, and a ruined city has millions.</summary>
    public const int Kept = 10_000;
}

/// <summary>Takes findings from several threads.</summary>
internal sealed class Findings
{
    private readonly ConcurrentQueue<CheckFinding> kept = [];
    private long total;

    public long Total => Interlocked.Read(ref total);

    public void Add(string subject, string sentence, params object[] values)
    {
        if (Interlocked.Increment(ref total) <= CheckReport.Kept) kept.Enqueue(new(subject, sentence, values));
    }

    public IReadOnlyList<CheckFinding> InOrder() => [.. kept.OrderBy(finding => finding.Subject, StringComparer.Ordinal)];
}
