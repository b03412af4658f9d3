namespace MinhBach.Monitoring.Paths;

/// <summary>
/// The ways that dossiers went: how often one step followed another, and which rows of steps led to a result. Counted by month, from
/// the journal's order. One thread writes.
/// </summary>
internal sealed class WalkedPaths
{
    /// <summary>Where a dossier comes from that has done no step yet, and where it goes after its last.</summary>
    public const int Outside = -1;

    /// <summary>More different ways than this of one procedure are counted as one.</summary>
    public const int MostVariants = 500;

    private readonly Dictionary<(int From, int To, int Month), int> arcs = [];
    private readonly Dictionary<(long Procedure, int Variant, int Month), VariantCount> counts = [];
    private readonly Dictionary<long, List<int[]>> variants = [];
    private readonly Dictionary<string, int> numbers = [];

    /// <summary>A step followed another in a dossier.</summary>
    public void Went(int from, int to, int month)
    {
        var arc = (from, to, month);
        arcs[arc] = arcs.GetValueOrDefault(arc) + 1;
    }

    /// <summary>A dossier has its result.</summary>
    /// <param name="procedure">Its procedure.</param>
    /// <param name="steps">Its steps in the order of their opening.</param>
    /// <param name="month">Of the result.</param>
    /// <param name="isLate">Whether it came after the due date; null without one.</param>
    /// <param name="seconds">Working time from the first step to the result.</param>
    public void Closed(long procedure, int[] steps, int month, bool? isLate, int seconds)
    {
        if (steps.Length == 0) return;
        var key = (procedure, NumberOf(procedure, steps), month);
        counts[key] = counts.GetValueOrDefault(key).With(isLate, seconds);
    }

    /// <summary>How often steps of a procedure followed each other, from the first to the last month.</summary>
    public IReadOnlyList<WalkedArc> ArcsOf(Func<int, bool> isStepOf, int firstMonth, int lastMonth) =>
    [
        .. arcs.Where(arc => arc.Key.Month >= firstMonth && arc.Key.Month <= lastMonth && (isStepOf(arc.Key.From) || isStepOf(arc.Key.To)))
            .GroupBy(arc => (arc.Key.From, arc.Key.To))
            .Select(group => new WalkedArc(group.Key.From, group.Key.To, group.Sum(arc => arc.Value)))
            .OrderByDescending(arc => arc.Count).ThenBy(arc => arc.From).ThenBy(arc => arc.To),
    ];

    /// <summary>The ways of a procedure from the first to the last month, the most frequent first. Steps are empty for all that were too many.</summary>
    public IReadOnlyList<WalkedVariant> VariantsOf(long procedure, int firstMonth, int lastMonth) =>
    [
        .. counts.Where(count => count.Key.Procedure == procedure && count.Key.Month >= firstMonth && count.Key.Month <= lastMonth)
            .GroupBy(count => count.Key.Variant)
            .Select(group => new WalkedVariant(group.Key == MostVariants ? [] : variants[procedure][group.Key], group.Aggregate(default(VariantCount), (sum, count) => sum.With(count.Value))))
            .OrderByDescending(variant => variant.Count.All).ThenBy(variant => string.Join(',', variant.Steps), StringComparer.Ordinal),
    ];

    public void Write(BinaryWriter to)
    {
        to.Write(arcs.Count);
        foreach (var ((from, next, month), count) in arcs)
        {
            to.Write(from);
            to.Write(next);
            to.Write(month);
            to.Write7BitEncodedInt(count);
        }

        to.Write(variants.Count);
        foreach (var (procedure, ways) in variants)
        {
            to.Write(procedure);
            to.Write(ways.Count);
            foreach (var steps in ways)
            {
                to.Write7BitEncodedInt(steps.Length);
                foreach (var step in steps) to.Write7BitEncodedInt(step);
            }
        }

        to.Write(counts.Count);
        foreach (var ((procedure, variant, month), count) in counts)
        {
            to.Write(procedure);
            to.Write(variant);
            to.Write(month);
            count.Write(to);
        }
    }

    public static WalkedPaths Read(BinaryReader from)
    {
        var paths = new WalkedPaths();
        for (var count = from.ReadInt32(); count > 0; count--) paths.arcs.Add((from.ReadInt32(), from.ReadInt32(), from.ReadInt32()), from.Read7BitEncodedInt());
        for (var count = from.ReadInt32(); count > 0; count--)
        {
            var procedure = from.ReadInt64();
            for (var ways = from.ReadInt32(); ways > 0; ways--)
            {
                var steps = new int[from.Read7BitEncodedInt()];
                for (var i = 0; i < steps.Length; i++) steps[i] = from.Read7BitEncodedInt();
                paths.NumberOf(procedure, steps);
            }
        }

        for (var count = from.ReadInt32(); count > 0; count--) paths.counts.Add((from.ReadInt64(), from.ReadInt32(), from.ReadInt32()), VariantCount.Read(from));
        return paths;
    }

    private int NumberOf(long procedure, int[] steps)
    {
        // Numbers of steps belong to one procedure each.
        var text = string.Join(',', steps);
        if (numbers.TryGetValue(text, out var number)) return number;
        if (!variants.TryGetValue(procedure, out var ways)) variants.Add(procedure, ways = []);
        if (ways.Count == MostVariants) return MostVariants;
        ways.Add(steps);
        numbers.Add(text, ways.Count - 1);
        return ways.Count - 1;
    }
}

/// <summary>How often a step followed another; <see cref="WalkedPaths.Outside"/> stands for the beginning and the end.</summary>
internal readonly record struct WalkedArc(int From, int To, int Count);

/// <summary>One way to the result.</summary>
/// <param name="Steps">The steps in the order of their opening.</param>
/// <param name="Count">The dossiers that went it.</param>
internal sealed record WalkedVariant(IReadOnlyList<int> Steps, VariantCount Count)
{
    /// <summary>Whether a step was done more than once on it.</summary>
    public bool HasLoop => Steps.Distinct().Count() < Steps.Count;
}

/// <summary>Dossiers that went one way.</summary>
/// <param name="All">How many.</param>
/// <param name="Dated">How many of them had a due date.</param>
/// <param name="Late">How many came after it.</param>
/// <param name="Seconds">Their working time together, from the first step to the result.</param>
internal readonly record struct VariantCount(int All, int Dated, int Late, long Seconds)
{
    public VariantCount With(bool? isLate, int seconds) => new(All + 1, Dated + (isLate is null ? 0 : 1), Late + (isLate == true ? 1 : 0), Seconds + seconds);

    public VariantCount With(VariantCount other) => new(All + other.All, Dated + other.Dated, Late + other.Late, Seconds + other.Seconds);

    public void Write(BinaryWriter to)
    {
        to.Write7BitEncodedInt(All);
        to.Write7BitEncodedInt(Dated);
        to.Write7BitEncodedInt(Late);
        to.Write7BitEncodedInt64(Seconds);
    }

    public static VariantCount Read(BinaryReader from) => new(from.Read7BitEncodedInt(), from.Read7BitEncodedInt(), from.Read7BitEncodedInt(), from.Read7BitEncodedInt64());
}
