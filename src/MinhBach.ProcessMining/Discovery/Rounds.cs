namespace MinhBach.ProcessMining;

/// <summary>Takes traces apart where a new round may have begun with nothing done between.</summary>
internal static class Rounds
{
    /// <summary>Between an activity that can end a trace and one that can begin it; null if that is nowhere.</summary>
    public static TraceLog? AfterEnds(TraceLog log)
    {
        var (starts, ends) = Edges(log);
        return Split(log, (before, after) => ends.Contains(before) && starts.Contains(after));
    }

    /// <summary>Before each activity that can begin a trace; null if that is nowhere.</summary>
    public static TraceLog? AtStarts(TraceLog log)
    {
        var (starts, _) = Edges(log);
        return Split(log, (_, after) => starts.Contains(after));
    }

    private static (HashSet<int> Starts, HashSet<int> Ends) Edges(TraceLog log) =>
        (log.Traces.Keys.Select(trace => trace[0]).ToHashSet(), log.Traces.Keys.Select(trace => trace[^1]).ToHashSet());

    private static TraceLog? Split(TraceLog log, Func<int, int, bool> isBorder)
    {
        var rounds = new TraceLog();
        foreach (var (trace, cases) in log.Traces)
        {
            var first = 0;
            for (var i = 1; i <= trace.Length; i++)
            {
                if (i < trace.Length && !isBorder(trace[i - 1], trace[i]))
                    continue;
                rounds.Add(trace[first..i], cases);
                first = i;
            }
        }
        return rounds.Cases == log.Cases ? null : rounds;
    }
}
