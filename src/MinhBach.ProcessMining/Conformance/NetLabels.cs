namespace MinhBach.ProcessMining;

/// <summary>The activities of a net by number, and the transitions that show each.</summary>
internal sealed class NetLabels
{
    private readonly NameTable _names = new();
    private readonly List<List<int>> _transitions = [];

    public NetLabels(PetriNet net)
    {
        var labels = new int[net.Transitions.Length];
        for (var transition = 0; transition < labels.Length; transition++)
        {
            labels[transition] = -1;
            if (net.Transitions[transition].Activity is not { } activity)
                continue;
            labels[transition] = _names.NumberOf(activity);
            if (labels[transition] == _transitions.Count)
                _transitions.Add([]);
            _transitions[labels[transition]].Add(transition);
        }
        OfTransition = labels;
    }

    /// <summary>The activity's number of each transition; -1 if it is invisible.</summary>
    public IReadOnlyList<int> OfTransition { get; }

    public IReadOnlyList<int> TransitionsOf(int label) => _transitions[label];

    /// <summary>The trace in the net's numbers; -1 for what the net does not know.</summary>
    public int[] Translate(IReadOnlyList<string> activities)
    {
        var trace = new int[activities.Count];
        for (var i = 0; i < trace.Length; i++)
            trace[i] = _names.Find(activities[i]);
        return trace;
    }
}
