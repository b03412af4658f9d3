namespace MinhBach.ProcessMining;

/// <summary>
/// Finds a block-structured process in a log: the inductive miner and its variant for infrequent behaviour
/// (Leemans, Fahland and van der Aalst, Discovering Block-Structured Process Models from Event Logs Containing Infrequent Behaviour, 2014).
/// The model found always can end, and without a threshold it can show every trace of the log.
/// </summary>
public sealed class InductiveMiner
{
    private readonly LogNames _names;
    private readonly double _threshold;

    private InductiveMiner(LogNames names, double threshold) => (_names, _threshold) = (names, threshold);

    /// <summary>Finds the process of a log.</summary>
    /// <param name="variants">The variants of the log.</param>
    /// <param name="threshold">
    /// Where no way to take the log apart is found, what is rarer than this part of the most frequent is left out; 0 leaves nothing out, 0.2 is usual.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is not within 0 and 1.</exception>
    public static ProcessTree Discover(Variants variants, double threshold = 0)
    {
        ArgumentNullException.ThrowIfNull(variants);
        if (threshold is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "A threshold is from 0 to 1.");
        return new InductiveMiner(variants.Names, threshold).Mine(TraceLog.Of(variants.All.Select(variant => (variant.Activities.ToArray(), variant.Cases))));
    }

    private ProcessTree Mine(TraceLog log)
    {
        if (log.EmptyCases == log.Cases)
            return ProcessTree.Silent;
        if (log.EmptyCases > 0)
        {
            var rest = Mine(log.WithoutEmpty());
            return log.EmptyCases < _threshold * log.Cases ? rest : ProcessTree.Exclusive(ProcessTree.Silent, rest);
        }
        if (log.Activities is [var only])
            return MineSingle(log, only);
        var graph = new LocalGraph(log);
        var cut = Cut.Find(graph) ?? (_threshold > 0 ? Cut.Find(graph.WithoutRare(_threshold)) : null);
        return cut is null ? FallThrough(log) : Combine(cut, LogSplit.Along(cut, log));
    }

    private ProcessTree MineSingle(TraceLog log, int only)
    {
        var activity = ProcessTree.Do(_names.Activities[only]);
        var repeated = log.Traces.Where(entry => entry.Key.Length > 1).Sum(entry => entry.Value);
        return repeated == 0 || repeated < _threshold * log.Cases ? activity : ProcessTree.Loop(activity, ProcessTree.Silent);
    }

    private ProcessTree Combine(Cut cut, IReadOnlyList<TraceLog> logs)
    {
        var parts = logs.Select(Mine).ToList();
        return cut.Operator switch
        {
            TreeOperator.Exclusive => ProcessTree.Exclusive(parts),
            TreeOperator.Sequence => ProcessTree.Sequence(parts),
            TreeOperator.Parallel => ProcessTree.Parallel(parts),
            TreeOperator.Loop => ProcessTree.Loop(parts[0], parts.Skip(1)),
            TreeOperator.Activity or TreeOperator.Silent => throw new ArgumentOutOfRangeException(nameof(cut), cut.Operator, "Nothing to combine."),
        };
    }

    /// <summary>Where the log shows no structure: the most precise of the forms that still allow all of it.</summary>
    private ProcessTree FallThrough(TraceLog log)
    {
        if (OnceInEach(log) is { } once)
            return ProcessTree.Parallel(ProcessTree.Do(_names.Activities[once]), Mine(log.Project(AllBut(log, once))));
        if (Aside(log) is { } aside)
            return ProcessTree.Parallel(Mine(log.Project(new HashSet<int> { aside })), Mine(log.Project(AllBut(log, aside))));
        if (Rounds.AfterEnds(log) is { } strict)
            return ProcessTree.Loop(Mine(strict), ProcessTree.Silent);
        if (Rounds.AtStarts(log) is { } rounds)
            return ProcessTree.Loop(Mine(rounds), ProcessTree.Silent);
        return ProcessTree.Loop(ProcessTree.Exclusive(log.Activities.Select(activity => ProcessTree.Do(_names.Activities[activity]))), ProcessTree.Silent);
    }

    private static int? OnceInEach(TraceLog log)
    {
        foreach (var activity in log.Activities)
        {
            if (log.Traces.Keys.All(trace => trace.Count(step => step == activity) == 1))
                return activity;
        }
        return null;
    }

    private static int? Aside(TraceLog log)
    {
        foreach (var activity in log.Activities)
        {
            if (Cut.Find(new LocalGraph(log.Project(AllBut(log, activity)).WithoutEmpty())) is not null)
                return activity;
        }
        return null;
    }

    private static HashSet<int> AllBut(TraceLog log, int activity) => [.. log.Activities.Where(other => other != activity)];
}
