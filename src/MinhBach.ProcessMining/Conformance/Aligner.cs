namespace MinhBach.ProcessMining;

/// <summary>Aligns traces with a Petri net. Markings that one trace met are kept for the next. Not safe for several threads.</summary>
public sealed class Aligner
{
    /// <summary>How many states one trace may take, unless another budget is given: a second or so of work.</summary>
    public const int DefaultBudget = 500_000;

    private readonly StateSpace _space;
    private readonly NetLabels _labels;
    private readonly SilentDistances _distances;
    private readonly int _budget;
    private readonly int? _shortest;
    private readonly AlignmentOutcome _shortestOutcome;

    /// <summary>An aligner for a net.</summary>
    /// <param name="net">The net.</param>
    /// <param name="budget">How many states of trace and net together may be settled for one trace.</param>
    /// <exception cref="ArgumentOutOfRangeException">The budget is not positive.</exception>
    public Aligner(PetriNet net, int budget = DefaultBudget)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(budget);
        (_space, _labels, _budget) = (new StateSpace(net), new NetLabels(net), budget);
        _distances = new SilentDistances(net, _labels);
        var search = new ProductSearch(_space, _labels, _distances, ReadOnlyMemory<int>.Empty);
        _shortest = search.Run(budget, int.MaxValue, out var exceeded) is null ? null : search.Cost;
        _shortestOutcome = exceeded ? AlignmentOutcome.BudgetExceeded : AlignmentOutcome.ModelCannotEnd;
    }

    /// <summary>How many steps the model's shortest way from begin to end takes; null if none was found.</summary>
    public int? ShortestWay => _shortest;

    /// <summary>Aligns a trace.</summary>
    /// <param name="activities">The activities in order.</param>
    /// <param name="alignment">A cheapest alignment; null unless the outcome is <see cref="AlignmentOutcome.Aligned"/>.</param>
    public AlignmentOutcome Align(IReadOnlyList<string> activities, out Alignment? alignment)
    {
        ArgumentNullException.ThrowIfNull(activities);
        alignment = null;
        if (_shortest is not { } shortest)
            return _shortestOutcome;
        var search = new ProductSearch(_space, _labels, _distances, _labels.Translate(activities));
        if (search.Run(_budget, activities.Count + shortest, out _) is not { } way)
            return AlignmentOutcome.BudgetExceeded;
        alignment = new Alignment([.. way.Where(IsShown).Select(move => Explain(move, activities))], search.Cost, activities.Count + shortest);
        return AlignmentOutcome.Aligned;
    }

    private bool IsShown(ProductMove move) => move.Transition == ProductSearch.LogMove || _labels.OfTransition[move.Transition] >= 0;

    private AlignmentMove Explain(ProductMove move, IReadOnlyList<string> activities)
    {
        if (move.Transition == ProductSearch.LogMove)
            return new AlignmentMove(MoveKind.LogOnly, activities[move.Position], move.Position, null);
        var transition = _space.Net.Transitions[move.Transition];
        return move.Position >= 0
            ? new AlignmentMove(MoveKind.Synchronous, transition.Activity!, move.Position, transition.NodeId)
            : new AlignmentMove(MoveKind.ModelOnly, transition.Activity!, null, transition.NodeId);
    }
}
