namespace MinhBach.ProcessMining;

/// <summary>
/// Two maps side by side, such as two periods or two units. Activities and arcs are matched by name and listed by what matters most:
/// the clear differences first, then by how much more or less time each case waits there, then by how much more or less often it occurs.
/// </summary>
public sealed class MapComparison
{
    /// <summary>How many cases, or durations, each side needs before a difference is judged, unless another number is given.</summary>
    public const int DefaultMinimum = 30;

    private readonly DirectlyFollowsGraph _first;
    private readonly DirectlyFollowsGraph _second;
    private readonly int _minimum;

    private MapComparison(DirectlyFollowsGraph first, DirectlyFollowsGraph second, int minimum)
    {
        (_first, _second, _minimum) = (first, second, minimum);
        Activities = Order(Names(first.Activities, second.Activities, node => node.Name).Select(CompareActivity));
        Arcs = Order(Names(first.Arcs, second.Arcs, arc => (arc.From.Name, arc.To.Name)).Select(arc => CompareArc(arc.Item1, arc.Item2)));
    }

    /// <summary>The activities of both maps; durations are the waits before them.</summary>
    public IReadOnlyList<ComparedPlace> Activities { get; }

    /// <summary>The arcs of both maps; durations are from completion to completion.</summary>
    public IReadOnlyList<ComparedPlace> Arcs { get; }

    /// <summary>Compares two maps.</summary>
    /// <param name="first">What is compared with.</param>
    /// <param name="second">What is compared.</param>
    /// <param name="minimum">How many cases, or durations, each side needs before a difference is judged.</param>
    /// <exception cref="ArgumentException">One map counts working time, the other the wall clock's.</exception>
    public static MapComparison Of(DirectlyFollowsGraph first, DirectlyFollowsGraph second, int minimum = DefaultMinimum)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Time.CountsWorkingTime != second.Time.CountsWorkingTime)
            throw new ArgumentException("One map counts working time, the other wall-clock time.", nameof(second));
        return new MapComparison(first, second, minimum);
    }

    private static IEnumerable<TName> Names<T, TName>(IEnumerable<T> first, IEnumerable<T> second, Func<T, TName> name) =>
        first.Concat(second).Select(name).Distinct();

    private ComparedPlace CompareActivity(string name)
    {
        var (a, b) = (_first.Find(name), _second.Find(name));
        return Compare(null, name, Side(_first, a?.Frequency, a?.Cases, a?.Waiting), Side(_second, b?.Frequency, b?.Cases, b?.Waiting));
    }

    private ComparedPlace CompareArc(string from, string to)
    {
        var (a, b) = (_first.Find(from, to), _second.Find(from, to));
        return Compare(from, to, Side(_first, a?.Frequency, a?.Cases, a?.Durations), Side(_second, b?.Frequency, b?.Cases, b?.Durations));
    }

    private static ComparedSide Side(DirectlyFollowsGraph graph, long? frequency, long? cases, DurationSketch? durations)
    {
        var all = Math.Max(1, graph.Cases);
        return new(frequency ?? 0, cases ?? 0, (double)(cases ?? 0) / all, durations ?? new(), (double)(durations?.TotalSeconds ?? 0) / all);
    }

    private ComparedPlace Compare(string? from, string activity, ComparedSide first, ComparedSide second) => new(
        from, activity, first, second,
        Significance.OfShares(first.Cases, _first.Cases, second.Cases, _second.Cases, _minimum),
        Significance.OfQuantiles(first.Durations, second.Durations, 0.5, _minimum),
        Significance.OfQuantiles(first.Durations, second.Durations, 0.9, _minimum));

    private static List<ComparedPlace> Order(IEnumerable<ComparedPlace> places) =>
        [.. places
            .OrderByDescending(place => place.IsClear)
            .ThenByDescending(place => Math.Abs(place.SecondsPerCaseDifference))
            .ThenByDescending(place => Math.Abs(place.ShareDifference))
            .ThenBy(place => place.From, StringComparer.Ordinal).ThenBy(place => place.Activity, StringComparer.Ordinal)];
}
