namespace MinhBach.ProcessMining;

/// <summary>What was done again, folded from cases one at a time. Only completions count.</summary>
/// <param name="names">The names that the cases' events refer to.</param>
/// <param name="time">How the time between two rounds is counted.</param>
public sealed class Rework(LogNames names, TimeMeasure time)
{
    private readonly Dictionary<int, ReworkedActivity> _activities = [];
    private readonly PairTable _returnNumbers = new();
    private readonly List<ReturnArc> _returns = [];
    private (long Case, int Place, long At)[] _seen = [];

    /// <summary>The names that activities refer to.</summary>
    public LogNames Names { get; } = names;

    /// <summary>All cases.</summary>
    public long Cases { get; private set; }

    /// <summary>Cases in which any activity was done more than once.</summary>
    public long CasesWithRework { get; private set; }

    /// <summary>The activities done again, the most repeated first.</summary>
    public IReadOnlyList<ReworkedActivity> Activities =>
        [.. _activities.Values.OrderByDescending(activity => activity.Repetitions).ThenBy(activity => activity.Name, StringComparer.Ordinal)];

    /// <summary>From where cases came back to which activity, the most frequent first. Self-loops are not among them.</summary>
    public IReadOnlyList<ReturnArc> Returns =>
        [.. _returns.OrderByDescending(arc => arc.Times).ThenBy(arc => Names.Activities[arc.From], StringComparer.Ordinal).ThenBy(arc => Names.Activities[arc.To], StringComparer.Ordinal)];

    /// <summary>Adds a case. The object is not kept.</summary>
    public void Add(LogCase happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Cases++;
        if (_seen.Length < Names.Activities.Count)
            Array.Resize(ref _seen, Names.Activities.Count * 2);
        var (place, previous, repeated) = (0, -1, false);
        foreach (ref readonly var step in happened.Events)
        {
            if (step.Lifecycle != LogLifecycle.Complete)
                continue;
            ref var before = ref _seen[step.Activity];
            if (before.Case == Cases)
            {
                repeated = true;
                Repeat(step, previous, before.Place == place - 1, before.At);
            }
            before = (Cases, place++, step.UnixTicks);
            previous = step.Activity;
        }
        CasesWithRework += repeated ? 1 : 0;
    }

    /// <summary>Adds all that another was folded from. Activities are matched by name.</summary>
    public void Merge(Rework other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Cases += other.Cases;
        CasesWithRework += other.CasesWithRework;
        foreach (var activity in other._activities.Values)
            Of(Names.Activities.NumberOf(activity.Name)).Merge(activity);
        foreach (var arc in other._returns)
            CountReturn(Names.Activities.NumberOf(other.Names.Activities[arc.From]), Names.Activities.NumberOf(other.Names.Activities[arc.To]), arc.Times);
    }

    private void Repeat(in LogEvent step, int previous, bool isSelfLoop, long before)
    {
        var activity = Of(step.Activity);
        activity.CountIn(Cases, isSelfLoop);
        if (time.Seconds(before, step.UnixTicks) is >= 0 and var seconds)
            activity.Laps.Add(seconds);
        if (!isSelfLoop)
            CountReturn(previous, step.Activity, 1);
    }

    private void CountReturn(int from, int to, long times)
    {
        var number = _returnNumbers.NumberOf(from, to, out var isNew);
        if (isNew)
            _returns.Add(new ReturnArc(from, to, times));
        else
            _returns[number] = _returns[number] with { Times = _returns[number].Times + times };
    }

    private ReworkedActivity Of(int activity)
    {
        if (!_activities.TryGetValue(activity, out var known))
            _activities.Add(activity, known = new ReworkedActivity(activity, Names.Activities[activity]));
        return known;
    }
}
