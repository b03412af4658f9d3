namespace MinhBach.ProcessMining;

/// <summary>
/// How cases stand to their due date. Every case is in exactly one of <see cref="OnTime"/>, <see cref="Late"/>,
/// <see cref="Undue"/>, <see cref="Open"/> and <see cref="Broken"/>; <see cref="Closed"/> is the sum of the first three.
/// </summary>
public sealed record LogCounts
{
    /// <summary>All cases.</summary>
    public long Cases { get; internal set; }

    /// <summary>Cases with a readable done date and no broken one.</summary>
    public long Closed { get; internal set; }

    /// <summary>Closed cases whose done moment is the due moment or before it. A due date without a time of day lasts until the day's end.</summary>
    public long OnTime { get; internal set; }

    /// <summary>Closed cases whose done moment is after the due moment.</summary>
    public long Late { get; internal set; }

    /// <summary>Closed cases that have no due date, of which nobody can say whether they were late.</summary>
    public long Undue { get; internal set; }

    /// <summary>Cases without a done date.</summary>
    public long Open { get; internal set; }

    /// <summary>Cases whose done or due date is there and cannot be read.</summary>
    public long Broken { get; internal set; }

    /// <summary>Closed cases that were done before they began. They are counted as closed too: the promise was kept or not, whatever the start says.</summary>
    public long DoneBeforeStart { get; internal set; }

    internal void Add(LogStanding standing, bool isDoneBeforeStart)
    {
        Cases++;
        if (isDoneBeforeStart)
            DoneBeforeStart++;
        if (standing is LogStanding.OnTime or LogStanding.Late or LogStanding.Undue)
            Closed++;
        switch (standing)
        {
            case LogStanding.OnTime: OnTime++; break;
            case LogStanding.Late: Late++; break;
            case LogStanding.Undue: Undue++; break;
            case LogStanding.Open: Open++; break;
            case LogStanding.Broken: Broken++; break;
        }
    }
}
