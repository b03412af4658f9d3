namespace MinhBach.ProcessMining;

/// <summary>An activity that was done again in the same case.</summary>
public sealed class ReworkedActivity
{
    private long _lastCase;

    internal ReworkedActivity(int activity, string name) => (Activity, Name) = (activity, name);

    /// <summary>Number in <see cref="LogNames.Activities"/>.</summary>
    public int Activity { get; }

    /// <summary>What was done again.</summary>
    public string Name { get; }

    /// <summary>In how many cases it was done more than once.</summary>
    public long Cases { get; private set; }

    /// <summary>How often it was done again right after itself.</summary>
    public long SelfLoops { get; private set; }

    /// <summary>How often the case came back to it after other activities.</summary>
    public long Returns { get; private set; }

    /// <summary>How often it was done beyond the first time of its case.</summary>
    public long Repetitions => SelfLoops + Returns;

    /// <summary>From one completion to the next of the same activity in the same case.</summary>
    public DurationSketch Laps { get; } = new();

    internal void CountIn(long caseNumber, bool isSelfLoop)
    {
        if (isSelfLoop)
            SelfLoops++;
        else
            Returns++;
        if (_lastCase == caseNumber)
            return;
        _lastCase = caseNumber;
        Cases++;
    }

    internal void Merge(ReworkedActivity other)
    {
        Cases += other.Cases;
        SelfLoops += other.SelfLoops;
        Returns += other.Returns;
        Laps.Merge(other.Laps);
    }
}

/// <summary>That cases came back from one activity to another that they had completed before.</summary>
/// <param name="From">What was completed before coming back; number in <see cref="LogNames.Activities"/>.</param>
/// <param name="To">What was done again.</param>
/// <param name="Times">How often.</param>
public readonly record struct ReturnArc(int From, int To, long Times);
