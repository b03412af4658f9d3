namespace MinhBach.ProcessMining;

/// <summary>
/// How many invisible steps lie at least between a transition and an activity, or the end. A search that tries the near ones first
/// does not wander through branches that have nothing to do with the next step.
/// </summary>
internal sealed class SilentDistances(PetriNet net, NetLabels labels)
{
    private readonly Dictionary<int, int[]> _byLabel = [];

    /// <summary>The distance of each transition to the activity of a label; to the end for -1. <see cref="int.MaxValue"/> if it does not lead there.</summary>
    public int[] To(int label)
    {
        if (!_byLabel.TryGetValue(label, out var distances))
            _byLabel.Add(label, distances = Measure(label));
        return distances;
    }

    private int[] Measure(int label)
    {
        var distances = new int[net.Transitions.Length];
        Array.Fill(distances, int.MaxValue);
        var places = label < 0 ? [net.Final] : labels.TransitionsOf(label).SelectMany(transition => net.Transitions[transition].Inputs).ToHashSet();
        var seen = new HashSet<int>(places);
        for (var distance = 1; places.Count > 0; distance++)
        {
            var before = new HashSet<int>();
            for (var transition = 0; transition < distances.Length; transition++)
            {
                if (labels.OfTransition[transition] >= 0 || distances[transition] < int.MaxValue || !net.Transitions[transition].Outputs.Any(places.Contains))
                    continue;
                distances[transition] = distance;
                before.UnionWith(net.Transitions[transition].Inputs.Where(seen.Add));
            }
            places = before;
        }
        return distances;
    }
}
