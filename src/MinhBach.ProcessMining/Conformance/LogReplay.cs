namespace MinhBach.ProcessMining;

/// <summary>A variant and its replay.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Replay">Its tokens.</param>
public sealed record ReplayedVariant(Variant Variant, ReplayedTrace Replay);

/// <summary>A step that was replayed without the tokens that it needs, or that the model does not know.</summary>
/// <param name="Activity">What was done.</param>
/// <param name="IsInModel">Whether the model knows it.</param>
/// <param name="Times">How often, over all cases.</param>
/// <param name="Cases">In how many cases.</param>
public sealed record ReplayDeviation(string Activity, bool IsInModel, long Times, long Cases);

/// <summary>A log replayed on a model. Each variant is replayed once, whatever the number of its cases.</summary>
public sealed class LogReplay
{
    private LogReplay(IReadOnlyList<ReplayedVariant> variants) => Variants = variants;

    /// <summary>The variants by <see cref="Variant.Number"/>.</summary>
    public IReadOnlyList<ReplayedVariant> Variants { get; }

    /// <summary>All cases.</summary>
    public long Cases => Variants.Sum(one => one.Variant.Cases);

    /// <summary>Cases that the model foresees wholly.</summary>
    public long FittingCases => Variants.Where(one => one.Replay.Fits).Sum(one => one.Variant.Cases);

    /// <summary>Cases of which it is not known whether they fit: see <see cref="ReplayedTrace.IsDecided"/>.</summary>
    public long UndecidedCases => Variants.Where(one => !one.Replay.IsDecided).Sum(one => one.Variant.Cases);

    /// <summary>The fitness of the log: the formula of <see cref="ReplayedTrace.Fitness"/> over the tokens of all cases; null without cases.</summary>
    public double? Fitness => Cases == 0 ? null : ReplayedTrace.FitnessOf(
        Sum(replay => replay.Produced), Sum(replay => replay.Consumed), Sum(replay => replay.Missing), Sum(replay => replay.Remaining));

    /// <summary>The mean of the cases' fitness; null without cases.</summary>
    public double? MeanFitness => Cases == 0 ? null : Variants.Sum(one => one.Replay.Fitness * one.Variant.Cases) / Cases;

    /// <summary>The steps out of turn or unknown, the most cases first.</summary>
    public IReadOnlyList<ReplayDeviation> Deviations =>
    [
        .. Variants.SelectMany(one => one.Replay.OutOfTurn.Select(activity => (activity, IsInModel: true))
                .Concat(one.Replay.NotInModel.Select(activity => (activity, IsInModel: false)))
                .GroupBy(step => step)
                .Select(steps => (steps.Key, Times: steps.Count() * one.Variant.Cases, one.Variant.Cases)))
            .GroupBy(found => found.Key)
            .Select(all => new ReplayDeviation(all.Key.activity, all.Key.IsInModel, all.Sum(found => found.Times), all.Sum(found => found.Cases)))
            .OrderByDescending(deviation => deviation.Cases).ThenBy(deviation => deviation.Activity, StringComparer.Ordinal),
    ];

    /// <summary>Replays all variants.</summary>
    /// <param name="net">The model.</param>
    /// <param name="variants">The variants of the log.</param>
    /// <param name="budget">See <see cref="TokenReplay"/>.</param>
    public static LogReplay Of(PetriNet net, Variants variants, int budget = TokenReplay.DefaultBudget)
    {
        ArgumentNullException.ThrowIfNull(variants);
        var replay = new TokenReplay(net, budget);
        return new LogReplay([.. variants.All.Select(variant => new ReplayedVariant(variant, replay.Replay(variants.NamesOf(variant))))]);
    }

    private long Sum(Func<ReplayedTrace, long> tokens) => Variants.Sum(one => tokens(one.Replay) * one.Variant.Cases);
}
