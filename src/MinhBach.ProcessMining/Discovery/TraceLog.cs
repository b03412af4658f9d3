namespace MinhBach.ProcessMining;

/// <summary>Distinct traces and how many cases went through each.</summary>
internal sealed class TraceLog
{
    private readonly Dictionary<int[], long> _traces = new(new SameTrace());

    public IReadOnlyDictionary<int[], long> Traces => _traces;

    public long Cases { get; private set; }

    public long EmptyCases => _traces.GetValueOrDefault([]);

    /// <summary>The activities that occur, ascending.</summary>
    public int[] Activities => [.. _traces.Keys.SelectMany(trace => trace).Distinct().Order()];

    public void Add(int[] trace, long cases)
    {
        _traces[trace] = _traces.GetValueOrDefault(trace) + cases;
        Cases += cases;
    }

    public TraceLog WithoutEmpty() => Of(_traces.Where(entry => entry.Key.Length > 0).Select(entry => (entry.Key, entry.Value)));

    /// <summary>What is left of each trace when only some activities are looked at.</summary>
    public TraceLog Project(IReadOnlySet<int> kept) => Of(_traces.Select(entry => (Array.FindAll(entry.Key, kept.Contains), entry.Value)));

    public static TraceLog Of(IEnumerable<(int[] Trace, long Cases)> traces)
    {
        var log = new TraceLog();
        foreach (var (trace, cases) in traces)
            log.Add(trace, cases);
        return log;
    }

    private sealed class SameTrace : IEqualityComparer<int[]>
    {
        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] trace)
        {
            var hash = default(HashCode);
            foreach (var activity in trace)
                hash.Add(activity);
            return hash.ToHashCode();
        }
    }
}
