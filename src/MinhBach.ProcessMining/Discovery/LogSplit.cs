namespace MinhBach.ProcessMining;

/// <summary>Takes a log apart along a cut: a log for each part.</summary>
internal static class LogSplit
{
    public static IReadOnlyList<TraceLog> Along(Cut cut, TraceLog log) => cut.Operator switch
    {
        TreeOperator.Exclusive => Exclusive(cut, log),
        TreeOperator.Loop => Loop(cut, log),
        TreeOperator.Sequence or TreeOperator.Parallel => [.. cut.Parts.Select(log.Project)],
        TreeOperator.Activity or TreeOperator.Silent => throw new ArgumentOutOfRangeException(nameof(cut), cut.Operator, "Nothing to take apart."),
    };

    // A trace belongs to the part that most of it is of; the rest of it was too rare to count.
    private static List<TraceLog> Exclusive(Cut cut, TraceLog log)
    {
        var logs = cut.Parts.Select(_ => new TraceLog()).ToList();
        foreach (var (trace, cases) in log.Traces)
        {
            var best = Enumerable.Range(0, logs.Count).MaxBy(part => trace.Count(cut.Parts[part].Contains));
            logs[best].Add(Array.FindAll(trace, cut.Parts[best].Contains), cases);
        }
        return logs;
    }

    private static List<TraceLog> Loop(Cut cut, TraceLog log)
    {
        var logs = cut.Parts.Select(_ => new TraceLog()).ToList();
        foreach (var (trace, cases) in log.Traces)
        {
            var (part, first) = (0, 0);
            for (var i = 0; i <= trace.Length; i++)
            {
                var next = i == trace.Length ? 0 : PartOf(trace[i]);
                if (next == part && i < trace.Length)
                    continue;
                logs[part].Add(trace[first..i], cases);
                // Between two rounds of others, and at the very end after one, the body is passed through without a step.
                if (part > 0 && (next > 0 || i == trace.Length))
                    logs[0].Add([], cases);
                (part, first) = (next, i);
            }
        }
        return logs;

        int PartOf(int activity) => Enumerable.Range(0, cut.Parts.Count).First(part => cut.Parts[part].Contains(activity));
    }
}
