namespace MinhBach.ProcessMining;

/// <summary>That one activity was completed and then, as the next of its case, another.</summary>
public sealed class ActivityArc
{
    private long _lastCase;

    internal ActivityArc(ActivityNode from, ActivityNode to) => (From, To) = (from, to);

    /// <summary>What was completed first.</summary>
    public ActivityNode From { get; }

    /// <summary>What was completed next.</summary>
    public ActivityNode To { get; }

    /// <summary>How often.</summary>
    public long Frequency { get; private set; }

    /// <summary>In how many cases.</summary>
    public long Cases { get; private set; }

    /// <summary>From completion to completion, in seconds of the map's <see cref="TimeMeasure"/>. Fewer than <see cref="Frequency"/> where moments could not be measured.</summary>
    public DurationSketch Durations { get; } = new();

    internal void CountIn(long caseNumber)
    {
        Frequency++;
        if (_lastCase == caseNumber)
            return;
        _lastCase = caseNumber;
        Cases++;
    }

    internal void Merge(ActivityArc other)
    {
        Frequency += other.Frequency;
        Cases += other.Cases;
        Durations.Merge(other.Durations);
    }
}
