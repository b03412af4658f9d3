namespace MinhBach.ProcessMining;

/// <summary>Replays one trace step by step, adding the tokens that are missing.</summary>
internal sealed class TokenGame(StateSpace space, NetLabels labels, int budget)
{
    private readonly List<string> _outOfTurn = [];
    private readonly List<string> _notInModel = [];
    private int _marking = space.Initial;
    private long _produced = 1;
    private long _consumed;
    private long _missing;

    public ReplayedTrace Play(IReadOnlyList<string> activities, int[] trace)
    {
        for (var i = 0; i < trace.Length; i++)
        {
            if (trace[i] < 0)
                _notInModel.Add(activities[i]);
            else
                Step(activities[i], trace[i]);
        }
        return End();
    }

    private void Step(string activity, int label)
    {
        if (!GoSilently(marking => FiringOf(marking, label) is not null))
            AddMissing(activity, label);
        Fire(FiringOf(_marking, label)!.Value);
    }

    private void AddMissing(string activity, int label)
    {
        var nearest = labels.TransitionsOf(label).MinBy(transition => space.MissingFor(_marking, transition).Count());
        var missing = space.MissingFor(_marking, nearest).ToList();
        _missing += missing.Count;
        _outOfTurn.Add(activity);
        _marking = space.With(_marking, missing);
    }

    private ReplayedTrace End()
    {
        // The exact end if an invisible way leads there, else any marking in which the end is reached.
        var ended = GoSilently(marking => marking == space.Final) || GoSilently(marking => space.Tokens(marking)[space.Net.Final] > 0);
        var left = 0L;
        foreach (var tokens in space.Tokens(_marking))
            left += tokens;
        _missing += ended ? 0 : 1;
        return new ReplayedTrace(_produced, _consumed + 1, _missing, ended ? left - 1 : left, _outOfTurn, _notInModel);
    }

    private Firing? FiringOf(int marking, int label)
    {
        foreach (var firing in space.Next(marking))
        {
            if (labels.OfTransition[firing.Transition] == label)
                return firing;
        }
        return null;
    }

    private void Fire(Firing firing)
    {
        _consumed += space.Net.Transitions[firing.Transition].Inputs.Length;
        _produced += space.Net.Transitions[firing.Transition].Outputs.Length;
        _marking = firing.Marking;
    }

    /// <summary>Goes the shortest invisible way to a marking that is wanted; stays where it is if none is found within the budget.</summary>
    private bool GoSilently(Func<int, bool> isWanted)
    {
        var cameBy = new Dictionary<int, (int From, Firing By)> { [_marking] = (-1, default) };
        var queue = new Queue<int>([_marking]);
        while (queue.TryDequeue(out var marking))
        {
            if (isWanted(marking))
            {
                Walk(cameBy, marking);
                return true;
            }
            if (cameBy.Count > budget)
                return false;
            foreach (var firing in space.Next(marking))
            {
                if (labels.OfTransition[firing.Transition] < 0 && cameBy.TryAdd(firing.Marking, (marking, firing)))
                    queue.Enqueue(firing.Marking);
            }
        }
        return false;
    }

    private void Walk(Dictionary<int, (int From, Firing By)> cameBy, int to)
    {
        var way = new Stack<Firing>();
        for (var at = to; cameBy[at].From >= 0; at = cameBy[at].From)
            way.Push(cameBy[at].By);
        foreach (var firing in way)
            Fire(firing);
    }
}
