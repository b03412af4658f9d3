namespace MinhBach.ProcessMining;

/// <summary>The starts of one case that no completion has taken yet. A completion takes the earliest start of its activity.</summary>
internal sealed class OpenStarts
{
    private readonly List<(int Activity, long At)> _starts = [];

    public int Count => _starts.Count;

    public void Clear() => _starts.Clear();

    public void Add(int activity, long at) => _starts.Add((activity, at));

    /// <summary>When the activity was begun; <see cref="LogEvent.NoTime"/> if no start is open.</summary>
    public long Take(int activity)
    {
        for (var i = 0; i < _starts.Count; i++)
        {
            var (begun, at) = _starts[i];
            if (begun != activity)
                continue;
            _starts.RemoveAt(i);
            return at;
        }
        return LogEvent.NoTime;
    }
}
