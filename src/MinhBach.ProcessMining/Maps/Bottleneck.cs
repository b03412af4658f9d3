namespace MinhBach.ProcessMining;

/// <summary>Where cases wait.</summary>
public enum BottleneckPlace
{
    /// <summary>Between two completions, one after the other.</summary>
    Arc,

    /// <summary>Before an activity, whatever came before it.</summary>
    Activity,

    /// <summary>After an activity, in cases that are still open.</summary>
    Pending,
}

/// <summary>A place where cases wait, and how long. Durations are in seconds of the map's <see cref="TimeMeasure"/>.</summary>
/// <param name="Place">What kind of place it is.</param>
/// <param name="From">The activity before the wait; null before an activity whatever came before it.</param>
/// <param name="To">The activity after the wait; null in cases that are still open.</param>
/// <param name="Share">Part of the time waited at all places of this kind, 0 to 1.</param>
/// <param name="Durations">The waits.</param>
public sealed record Bottleneck(BottleneckPlace Place, ActivityNode? From, ActivityNode? To, double Share, DurationSketch Durations);

/// <summary>Lists places in the order of the total time that cases waited there, so that what is rare and slow does not hide what is frequent.</summary>
public static class Bottlenecks
{
    /// <summary>All arcs with a wait, the most waited first.</summary>
    public static IReadOnlyList<Bottleneck> OfArcs(DirectlyFollowsGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Order(graph.Arcs.Select(arc => (BottleneckPlace.Arc, (ActivityNode?)arc.From, (ActivityNode?)arc.To, arc.Durations)));
    }

    /// <summary>All activities that were waited for, the most waited first.</summary>
    public static IReadOnlyList<Bottleneck> OfActivities(DirectlyFollowsGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Order(graph.Activities.Select(node => (BottleneckPlace.Activity, (ActivityNode?)null, (ActivityNode?)node, node.Waiting)));
    }

    /// <summary>All activities after which open cases wait now, the most waited first.</summary>
    public static IReadOnlyList<Bottleneck> OfOpenCases(DirectlyFollowsGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Order(graph.Activities.Select(node => (BottleneckPlace.Pending, (ActivityNode?)node, (ActivityNode?)null, node.Pending)));
    }

    private static List<Bottleneck> Order(IEnumerable<(BottleneckPlace Place, ActivityNode? From, ActivityNode? To, DurationSketch Durations)> places)
    {
        var waited = places.Where(place => place.Durations.TotalSeconds > 0).ToList();
        var total = waited.Sum(place => place.Durations.TotalSeconds);
        return [.. waited
            .OrderByDescending(place => place.Durations.TotalSeconds)
            .ThenBy(place => place.From?.Name, StringComparer.Ordinal).ThenBy(place => place.To?.Name, StringComparer.Ordinal)
            .Select(place => new Bottleneck(place.Place, place.From, place.To, (double)place.Durations.TotalSeconds / total, place.Durations))];
    }
}
