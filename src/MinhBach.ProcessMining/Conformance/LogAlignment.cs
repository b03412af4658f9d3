namespace MinhBach.ProcessMining;

/// <summary>A variant and its alignment.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Outcome">How the search ended.</param>
/// <param name="Alignment">A cheapest alignment; null unless one was found.</param>
public sealed record AlignedVariant(Variant Variant, AlignmentOutcome Outcome, Alignment? Alignment);

/// <summary>A step that the log and the model do not take together.</summary>
/// <param name="Kind">Who takes it: the log only or the model only.</param>
/// <param name="Activity">What is done.</param>
/// <param name="Times">How often, over all cases.</param>
/// <param name="Cases">In how many cases.</param>
public sealed record AlignmentDeviation(MoveKind Kind, string Activity, long Times, long Cases);

/// <summary>A log aligned with a model. Each variant is aligned once, whatever the number of its cases.</summary>
public sealed class LogAlignment
{
    private LogAlignment(IReadOnlyList<AlignedVariant> variants) => Variants = variants;

    /// <summary>The variants by <see cref="Variant.Number"/>.</summary>
    public IReadOnlyList<AlignedVariant> Variants { get; }

    /// <summary>Cases that were aligned.</summary>
    public long AlignedCases => Aligned.Sum(one => one.Variant.Cases);

    /// <summary>Cases of which nothing is known, as the budget was used up or the model cannot end.</summary>
    public long NotAlignedCases => Variants.Where(one => one.Alignment is null).Sum(one => one.Variant.Cases);

    /// <summary>Cases without a deviation.</summary>
    public long FittingCases => Aligned.Where(one => one.Alignment!.Cost == 0).Sum(one => one.Variant.Cases);

    /// <summary>Mean fitness of the aligned cases, 0 to 1; null if there is none.</summary>
    public double? Fitness => AlignedCases == 0 ? null : Aligned.Sum(one => one.Alignment!.Fitness * one.Variant.Cases) / AlignedCases;

    /// <summary>What only the log or only the model does, the most cases first.</summary>
    public IReadOnlyList<AlignmentDeviation> Deviations =>
    [
        .. Aligned.SelectMany(one => one.Alignment!.Moves
                .Where(move => move.Kind != MoveKind.Synchronous)
                .GroupBy(move => (move.Kind, move.Activity))
                .Select(moves => (moves.Key, Times: moves.Count() * one.Variant.Cases, one.Variant.Cases)))
            .GroupBy(found => found.Key)
            .Select(all => new AlignmentDeviation(all.Key.Kind, all.Key.Activity, all.Sum(found => found.Times), all.Sum(found => found.Cases)))
            .OrderByDescending(deviation => deviation.Cases).ThenBy(deviation => deviation.Kind).ThenBy(deviation => deviation.Activity, StringComparer.Ordinal),
    ];

    private IEnumerable<AlignedVariant> Aligned => Variants.Where(one => one.Alignment is not null);

    /// <summary>Aligns all variants.</summary>
    /// <param name="net">The model.</param>
    /// <param name="variants">The variants of the log.</param>
    /// <param name="budget">See <see cref="Aligner"/>.</param>
    public static LogAlignment Of(PetriNet net, Variants variants, int budget = Aligner.DefaultBudget)
    {
        ArgumentNullException.ThrowIfNull(variants);
        var aligner = new Aligner(net, budget);
        return new LogAlignment([.. variants.All.Select(variant =>
        {
            var outcome = aligner.Align(variants.NamesOf(variant), out var alignment);
            return new AlignedVariant(variant, outcome, alignment);
        })]);
    }
}
