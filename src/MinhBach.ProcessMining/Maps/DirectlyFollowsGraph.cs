using NodaTime;

namespace MinhBach.ProcessMining;

/// <summary>
/// Which activity follows which, how often and after how long, folded from cases one at a time. Completions make the map;
/// a start gives the service time of the completion that takes it; other moments of an activity's life are counted and left out.
/// Not safe for several threads: fold in parallel into several graphs, then <see cref="Merge"/>.
/// </summary>
/// <param name="names">The names that the cases' events refer to.</param>
/// <param name="time">How durations are counted.</param>
public sealed class DirectlyFollowsGraph(LogNames names, TimeMeasure time)
{
    private readonly List<ActivityNode> _nodes = [];
    private readonly List<ActivityArc> _arcs = [];
    private readonly PairTable _arcNumbers = new();
    private readonly OpenStarts _starts = new();
    private ActivityNode?[] _byActivity = [];

    /// <summary>The names that activities refer to.</summary>
    public LogNames Names { get; } = names;

    /// <summary>How durations are counted.</summary>
    public TimeMeasure Time { get; } = time;

    /// <summary>All cases, open and empty ones too.</summary>
    public long Cases { get; private set; }

    /// <summary>Cases that were still open.</summary>
    public long OpenCases { get; private set; }

    /// <summary>Cases without a single completion.</summary>
    public long EmptyCases { get; private set; }

    /// <summary>Events of every kind.</summary>
    public long Events { get; private set; }

    /// <summary>Events that are neither a start nor a completion, and starts that no completion took.</summary>
    public long UnusedEvents { get; private set; }

    /// <summary>Durations that could not be counted because the log does not tell a moment.</summary>
    public long WithoutTime { get; private set; }

    /// <summary>Durations that could not be counted because a moment lies outside the working calendar.</summary>
    public long OutsideCalendar { get; private set; }

    /// <summary>From the first moment to the last completion of each ended case.</summary>
    public DurationSketch CaseDurations { get; } = new();

    /// <summary>The activities in the order of their first completion.</summary>
    public IReadOnlyList<ActivityNode> Activities => _nodes;

    /// <summary>The arcs in the order of their first mention.</summary>
    public IReadOnlyList<ActivityArc> Arcs => _arcs;

    /// <summary>Adds a case that has ended. The object is not kept.</summary>
    public void Add(LogCase ended) => Fold(ended, LogEvent.NoTime, isOpen: false);

    /// <summary>Adds a case that is still open: its last step is no end, and what it has waited since counts as pending.</summary>
    /// <param name="open">The case; the object is not kept.</param>
    /// <param name="now">Until when pending time is counted.</param>
    public void AddOpen(LogCase open, Instant now) => Fold(open, now.ToUnixTimeTicks(), isOpen: true);

    /// <summary>The activity of a name, or null if it was never completed.</summary>
    public ActivityNode? Find(string activity)
    {
        var number = Names.Activities.Find(activity);
        return number >= 0 && number < _byActivity.Length ? _byActivity[number] : null;
    }

    /// <summary>The arc between two activities, or null if the one never followed the other.</summary>
    public ActivityArc? Find(string from, string to)
    {
        var number = _arcNumbers.Find(Names.Activities.Find(from), Names.Activities.Find(to));
        return number >= 0 ? _arcs[number] : null;
    }

    /// <summary>Adds all that another graph was folded from. Activities are matched by name.</summary>
    /// <exception cref="ArgumentException">One graph counts working time, the other the wall clock's.</exception>
    public void Merge(DirectlyFollowsGraph other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Time.CountsWorkingTime != Time.CountsWorkingTime)
            throw new ArgumentException("One map counts working time, the other wall-clock time.", nameof(other));
        Cases += other.Cases;
        OpenCases += other.OpenCases;
        EmptyCases += other.EmptyCases;
        Events += other.Events;
        UnusedEvents += other.UnusedEvents;
        WithoutTime += other.WithoutTime;
        OutsideCalendar += other.OutsideCalendar;
        CaseDurations.Merge(other.CaseDurations);
        foreach (var node in other._nodes)
            NodeOf(Names.Activities.NumberOf(node.Name)).Merge(node);
        foreach (var arc in other._arcs)
            ArcOf(NodeOf(Names.Activities.NumberOf(arc.From.Name)), NodeOf(Names.Activities.NumberOf(arc.To.Name))).Merge(arc);
    }

    private void Fold(LogCase happened, long now, bool isOpen)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Cases++;
        OpenCases += isOpen ? 1 : 0;
        Events += happened.Events.Length;
        _starts.Clear();
        ActivityNode? last = null;
        var (firstAt, lastAt) = (LogEvent.NoTime, LogEvent.NoTime);
        foreach (ref readonly var step in happened.Events)
        {
            if (step.Lifecycle != LogLifecycle.Complete)
            {
                NoteStart(step);
                continue;
            }
            var node = NodeOf(step.Activity);
            node.CountIn(Cases);
            var begun = _starts.Count == 0 ? LogEvent.NoTime : _starts.Take(step.Activity);
            if (begun != LogEvent.NoTime)
                Measure(begun, step.UnixTicks, node.Service);
            if (last is null)
            {
                node.Starts++;
                firstAt = begun != LogEvent.NoTime ? begun : step.UnixTicks;
            }
            else
                Follow(last, lastAt, node, begun, step.UnixTicks);
            (last, lastAt) = (node, step.UnixTicks);
        }
        UnusedEvents += _starts.Count;
        if (last is null)
            EmptyCases++;
        else if (isOpen)
        {
            last.OpenCases++;
            Measure(lastAt, now, last.Pending);
        }
        else
        {
            last.Ends++;
            Measure(firstAt, lastAt, CaseDurations);
        }
    }

    private void NoteStart(in LogEvent step)
    {
        if (step.Lifecycle == LogLifecycle.Start && step.HasTime)
            _starts.Add(step.Activity, step.UnixTicks);
        else
            UnusedEvents++;
    }

    private void Follow(ActivityNode last, long lastAt, ActivityNode node, long begun, long at)
    {
        var arc = ArcOf(last, node);
        arc.CountIn(Cases);
        var seconds = Measure(lastAt, at, arc.Durations);
        if (begun != LogEvent.NoTime)
            Measure(lastAt, begun, node.Waiting);
        else if (seconds >= 0)
            node.Waiting.Add(seconds);
    }

    private long Measure(long start, long end, DurationSketch into)
    {
        var seconds = Time.Seconds(start, end);
        if (seconds >= 0)
            into.Add(seconds);
        else if (seconds == TimeMeasure.OutsideCalendar)
            OutsideCalendar++;
        else
            WithoutTime++;
        return seconds;
    }

    private ActivityNode NodeOf(int activity)
    {
        if (activity < _byActivity.Length && _byActivity[activity] is { } known)
            return known;
        if (activity >= _byActivity.Length)
            Array.Resize(ref _byActivity, Math.Max(activity + 1, _byActivity.Length * 2));
        var node = new ActivityNode(activity, Names.Activities[activity]);
        _nodes.Add(node);
        return _byActivity[activity] = node;
    }

    private ActivityArc ArcOf(ActivityNode from, ActivityNode to)
    {
        var number = _arcNumbers.NumberOf(from.Activity, to.Activity, out var isNew);
        if (isNew)
            _arcs.Add(new ActivityArc(from, to));
        return _arcs[number];
    }
}
