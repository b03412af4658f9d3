namespace MinhBach.ProcessMining;

/// <summary>What a map knows of an activity. Durations are in seconds of the map's <see cref="TimeMeasure"/>.</summary>
public sealed class ActivityNode
{
    private long _lastCase;

    internal ActivityNode(int activity, string name) => (Activity, Name) = (activity, name);

    /// <summary>Number in <see cref="LogNames.Activities"/>.</summary>
    public int Activity { get; }

    /// <summary>What was done.</summary>
    public string Name { get; }

    /// <summary>How often it was completed.</summary>
    public long Frequency { get; private set; }

    /// <summary>In how many cases it was completed.</summary>
    public long Cases { get; private set; }

    /// <summary>How many cases began with it.</summary>
    public long Starts { get; internal set; }

    /// <summary>How many ended cases ended with it.</summary>
    public long Ends { get; internal set; }

    /// <summary>How many open cases have it as their last step so far.</summary>
    public long OpenCases { get; internal set; }

    /// <summary>From its start to its completion, where the log tells both.</summary>
    public DurationSketch Service { get; } = new();

    /// <summary>From the completion of the step before to its start; to its completion where the log tells no start. 0 if it was begun before the other was completed.</summary>
    public DurationSketch Waiting { get; } = new();

    /// <summary>How long open cases have waited since it was completed.</summary>
    public DurationSketch Pending { get; } = new();

    internal void CountIn(long caseNumber)
    {
        Frequency++;
        if (_lastCase == caseNumber)
            return;
        _lastCase = caseNumber;
        Cases++;
    }

    internal void Merge(ActivityNode other)
    {
        Frequency += other.Frequency;
        Cases += other.Cases;
        Starts += other.Starts;
        Ends += other.Ends;
        OpenCases += other.OpenCases;
        Service.Merge(other.Service);
        Waiting.Merge(other.Waiting);
        Pending.Merge(other.Pending);
    }
}
