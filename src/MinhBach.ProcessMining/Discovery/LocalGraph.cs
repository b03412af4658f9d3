namespace MinhBach.ProcessMining;

/// <summary>Which activity directly follows which in a part of the log, by place in <see cref="Activities"/>.</summary>
internal sealed class LocalGraph
{
    private readonly long[,] _follows;
    private readonly long[] _starts;
    private readonly long[] _ends;

    public LocalGraph(TraceLog log)
    {
        Activities = log.Activities;
        _follows = new long[Count, Count];
        (_starts, _ends) = (new long[Count], new long[Count]);
        foreach (var (trace, cases) in log.Traces)
        {
            var places = Array.ConvertAll(trace, activity => Array.BinarySearch(Activities, activity));
            if (places.Length == 0)
                continue;
            _starts[places[0]] += cases;
            _ends[places[^1]] += cases;
            for (var i = 1; i < places.Length; i++)
                _follows[places[i - 1], places[i]] += cases;
        }
    }

    private LocalGraph(int[] activities, long[,] follows, long[] starts, long[] ends) =>
        (Activities, _follows, _starts, _ends) = (activities, follows, starts, ends);

    public int[] Activities { get; }

    public int Count => Activities.Length;

    public bool Follows(int from, int to) => _follows[from, to] > 0;

    public bool IsStart(int place) => _starts[place] > 0;

    public bool IsEnd(int place) => _ends[place] > 0;

    /// <summary>Without the ways out of an activity, the starts and the ends that are rarer than a part of the most frequent one.</summary>
    public LocalGraph WithoutRare(double threshold)
    {
        var follows = (long[,])_follows.Clone();
        for (var from = 0; from < Count; from++)
        {
            var most = _ends[from];
            for (var to = 0; to < Count; to++)
                most = Math.Max(most, _follows[from, to]);
            for (var to = 0; to < Count; to++)
            {
                if (_follows[from, to] < threshold * most)
                    follows[from, to] = 0;
            }
        }
        return new LocalGraph(Activities, follows, WithoutRare(_starts, threshold), WithoutRare(_ends, threshold));
    }

    private static long[] WithoutRare(long[] counts, double threshold) =>
        Array.ConvertAll(counts, count => count < threshold * counts.Max() ? 0 : count);
}
