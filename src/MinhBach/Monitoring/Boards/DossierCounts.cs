using System.Collections.Concurrent;
using MinhBach.Monitoring.Cuts;
using MinhBach.Monitoring.History;

namespace MinhBach.Monitoring.Boards;

/// <summary>Counts dossiers with a result. What full blocks hold is kept: they never change. Safe for many threads.</summary>
internal sealed class DossierCounts
{
    // Each some three kilobytes.
    private const int MostKept = 8_000;

    private readonly ConcurrentDictionary<(Column<EndedDossier> Dossiers, BoardSubject Subject, int Block), DossierCount> kept = [];

    /// <summary>The measures that are counted, in this order.</summary>
    public static IReadOnlyList<DossierMeasure> Measures { get; } = [.. BoardMeasures.All.OfType<DossierMeasure>()];

    /// <summary>Whether a dossier of a subject got its result within a period.</summary>
    public static bool IsCompletedIn(in EndedDossier dossier, BoardSubject subject, StepFilter period) =>
        dossier.End == DossierEnd.Completed && dossier.EndedOn >= period.From && dossier.EndedOn <= period.To && subject.Takes(dossier);

    public DossierCount Count(Column<EndedDossier> dossiers, BoardSubject subject, StepFilter period)
    {
        var sum = new DossierCount();
        var blocks = dossiers.Blocks;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Length == Column<EndedDossier>.BlockSize && Lies(blocks[i].Span, period)) sum.Add(Whole(dossiers, subject, period, i, blocks[i].Span));
            else sum.Add(Counted(blocks[i].Span, subject, period));
        }

        return sum;
    }

    // They end in the order of the journal.
    private static bool Lies(ReadOnlySpan<EndedDossier> block, StepFilter period) => block[0].EndedOn >= period.From && block[^1].EndedOn <= period.To;

    private static DossierCount Counted(ReadOnlySpan<EndedDossier> block, BoardSubject subject, StepFilter period)
    {
        var count = new DossierCount();
        foreach (ref readonly var dossier in block)
        {
            if (IsCompletedIn(dossier, subject, period)) count.Add(dossier);
        }

        return count;
    }

    private DossierCount Whole(Column<EndedDossier> dossiers, BoardSubject subject, StepFilter period, int number, ReadOnlySpan<EndedDossier> block)
    {
        if (kept.TryGetValue((dossiers, subject, number), out var known)) return known;
        if (kept.Count > MostKept) kept.Clear();
        return kept[(dossiers, subject, number)] = Counted(block, subject, period);
    }
}

/// <summary>How many dossiers there are, and how many each measure counts.</summary>
internal sealed class DossierCount
{
    private readonly BucketCounts took = new();
    private long seconds;

    public int[] Counts { get; } = new int[DossierCounts.Measures.Count];

    public int All { get; private set; }

    public long HandOvers { get; private set; }

    public long Supplements { get; private set; }

    public long Returns { get; private set; }

    public long Extensions { get; private set; }

    /// <summary>How long they took in working time; null when there is none.</summary>
    public Spread? Time => All == 0 ? null : Spread.OfCounts(took.Buckets, All, seconds);

    public void Add(in EndedDossier dossier)
    {
        All++;
        HandOvers += dossier.HandOvers;
        Supplements += dossier.Supplements;
        Returns += dossier.Returns;
        Extensions += dossier.Extensions;
        took.Add(dossier.WorkSeconds);
        seconds += dossier.WorkSeconds;
        for (var i = 0; i < Counts.Length; i++)
        {
            if (DossierCounts.Measures[i].Counts(dossier)) Counts[i]++;
        }
    }

    public void Add(DossierCount other)
    {
        All += other.All;
        HandOvers += other.HandOvers;
        Supplements += other.Supplements;
        Returns += other.Returns;
        Extensions += other.Extensions;
        took.Add(other.took);
        seconds += other.seconds;
        for (var i = 0; i < Counts.Length; i++) Counts[i] += other.Counts[i];
    }
}
