namespace MinhBach.ProcessMining;

/// <summary>
/// Replays traces on a Petri net by its tokens. A trace that the net can show is found to fit whatever its invisible ways and duplicate labels
/// (within the budget); any other is replayed step by step, by the shortest invisible way to each step, with missing tokens added where there is none.
/// Not safe for several threads.
/// </summary>
/// <param name="net">The net.</param>
/// <param name="budget">How many states may be settled in search of an exact way, and how many markings in search of an invisible way to a step.</param>
public sealed class TokenReplay(PetriNet net, int budget = TokenReplay.DefaultBudget)
{
    /// <summary>The budget unless another is given.</summary>
    public const int DefaultBudget = 100_000;

    private readonly StateSpace _space = new(net);
    private readonly NetLabels _labels = new(net);
    private SilentDistances? _distances;

    /// <summary>Replays a trace.</summary>
    /// <param name="activities">The activities in order.</param>
    public ReplayedTrace Replay(IReadOnlyList<string> activities)
    {
        ArgumentNullException.ThrowIfNull(activities);
        var trace = _labels.Translate(activities);
        var search = new ProductSearch(_space, _labels, _distances ??= new SilentDistances(net, _labels), trace);
        if (search.Run(budget, costLimit: 0, out var exceeded) is { } way)
            return CountOf(way);
        var replayed = new TokenGame(_space, _labels, budget).Play(activities, trace);
        return replayed with { IsDecided = !exceeded || replayed.Fits };
    }

    private ReplayedTrace CountOf(List<ProductMove> way)
    {
        var (produced, consumed) = (1L, 1L);
        foreach (var move in way)
        {
            produced += net.Transitions[move.Transition].Outputs.Length;
            consumed += net.Transitions[move.Transition].Inputs.Length;
        }
        return new ReplayedTrace(produced, consumed, 0, 0, [], []);
    }
}
