using NodaTime;

namespace MinhBach.ProcessMining.Tests;

/// <summary>Logs written down in a line: each letter is an activity, and each step comes an hour after the one before.</summary>
internal static class MadeLog
{
    /// <summary>A Thursday, 08:00 in Hà Nội.</summary>
    public static readonly Instant Opening = Instant.FromUtc(2026, 6, 4, 1, 0);

    public static EventLog Of(params IEnumerable<string> cases) => Named(cases.Select(steps => steps.Select(step => step.ToString())));

    public static EventLog Named(IEnumerable<IEnumerable<string>> cases)
    {
        var names = new LogNames();
        return new EventLog(names, [.. cases.Select((steps, number) => Case(names, $"c{number:000}", steps))]);
    }

    public static LogCase Case(LogNames names, string id, IEnumerable<string> steps)
    {
        var made = new LogCase { Id = id };
        var at = Opening;
        foreach (var step in steps)
        {
            made.Add(new LogEvent(names.Activities.NumberOf(step), -1, -1, LogLifecycle.Complete, at.ToUnixTimeTicks()));
            at += Duration.FromHours(1);
        }
        return made;
    }

    public static DirectlyFollowsGraph Map(this EventLog log, TimeMeasure? time = null)
    {
        var graph = new DirectlyFollowsGraph(log.Names, time ?? TimeMeasure.WallClock);
        foreach (var happened in log.Cases)
            graph.Add(happened);
        return graph;
    }

    public static Variants Variants(this EventLog log)
    {
        var variants = new Variants(log.Names);
        foreach (var happened in log.Cases)
            variants.Add(happened);
        return variants;
    }
}
