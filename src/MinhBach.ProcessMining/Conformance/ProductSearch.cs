using System.Runtime.InteropServices;

namespace MinhBach.ProcessMining;

/// <summary>
/// The cheapest way through a trace and a net together. Steps that both take, and invisible ones, cost 0; a step that only one takes costs 1.
/// So the states are taken in levels of cost, each level depth first: Dijkstra's algorithm without a heap.
/// </summary>
internal sealed class ProductSearch(StateSpace space, NetLabels labels, SilentDistances distances, ReadOnlyMemory<int> trace)
{
    public const int LogMove = -1;

    private readonly List<Reached> _reached = [];
    private readonly HashSet<long> _settled = [];
    private readonly List<Firing> _silent = [];
    private Stack<int> _level = new();
    private Stack<int> _nextLevel = new();

    /// <summary>How many states were settled.</summary>
    public int States => _settled.Count;

    /// <summary>The cost found.</summary>
    public int Cost { get; private set; }

    /// <summary>Searches for the way at a cost of at most <paramref name="costLimit"/>, settling at most <paramref name="budget"/> states.</summary>
    /// <returns>The moves in order; null if none was found.</returns>
    public List<ProductMove>? Run(int budget, int costLimit, out bool budgetExceeded)
    {
        budgetExceeded = false;
        _reached.Add(new Reached(space.Initial, 0, -1, LogMove));
        _level.Push(0);
        for (Cost = 0; Cost <= costLimit && _level.Count > 0; Cost++)
        {
            while (_level.TryPop(out var number))
            {
                var state = _reached[number];
                if (!_settled.Add(KeyOf(state.Marking, state.Position)))
                    continue;
                if (state.Marking == space.Final && state.Position == trace.Length)
                    return WayTo(number);
                if (_settled.Count > budget)
                {
                    budgetExceeded = true;
                    return null;
                }
                Expand(number, state);
            }
            (_level, _nextLevel) = (_nextLevel, _level);
        }
        return null;
    }

    private void Expand(int number, in Reached state)
    {
        var (marking, position) = (state.Marking, state.Position);
        var label = position < trace.Length ? trace.Span[position] : -1;
        if (position < trace.Length)
            Reach(_nextLevel, marking, position + 1, number, LogMove);
        var next = space.Next(marking);
        _silent.Clear();
        foreach (var firing in next)
        {
            if (labels.OfTransition[firing.Transition] < 0)
                _silent.Add(firing);
            else
                Reach(_nextLevel, firing.Marking, position, number, firing.Transition);
        }
        ReachSilently(position, number, position < trace.Length && label < 0 ? null : distances.To(label));
        // Last on the stack, first tried: a step that both take.
        foreach (var firing in next)
        {
            if (label >= 0 && labels.OfTransition[firing.Transition] == label)
                Reach(_level, firing.Marking, position + 1, number, firing.Transition);
        }
    }

    // Those nearest to the next step last, as they are tried first.
    private void ReachSilently(int position, int number, int[]? nearness)
    {
        if (nearness is not null && _silent.Count > 1)
            _silent.Sort((one, other) => (nearness[other.Transition], one.Transition).CompareTo((nearness[one.Transition], other.Transition)));
        foreach (var firing in _silent)
            Reach(_level, firing.Marking, position, number, firing.Transition);
    }

    private void Reach(Stack<int> level, int marking, int position, int parent, int transition)
    {
        if (_settled.Contains(KeyOf(marking, position)))
            return;
        level.Push(_reached.Count);
        _reached.Add(new Reached(marking, position, parent, transition));
    }

    private List<ProductMove> WayTo(int number)
    {
        var way = new List<ProductMove>();
        while (_reached[number].Parent is >= 0 and var parent)
        {
            var state = _reached[number];
            var position = _reached[parent].Position;
            way.Add(new ProductMove(state.Transition, state.Position > position ? position : -1));
            number = parent;
        }
        CollectionsMarshal.AsSpan(way).Reverse();
        return way;
    }

    private long KeyOf(int marking, int position) => ((long)marking * (trace.Length + 1)) + position;

    private readonly record struct Reached(int Marking, int Position, int Parent, int Transition);
}

/// <summary>A move: a transition or <see cref="ProductSearch.LogMove"/>, and the place in the trace or -1.</summary>
internal readonly record struct ProductMove(int Transition, int Position);
