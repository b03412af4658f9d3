namespace MinhBach.ProcessMining;

/// <summary>One side of a comparison. Durations are in seconds of the maps' <see cref="TimeMeasure"/>.</summary>
/// <param name="Frequency">How often.</param>
/// <param name="Cases">In how many cases.</param>
/// <param name="ShareOfCases">Part of the side's cases, 0 to 1.</param>
/// <param name="Durations">The waits: before an activity, or along an arc.</param>
/// <param name="SecondsPerCase">The total waited here, shared out over all cases of the side.</param>
public sealed record ComparedSide(long Frequency, long Cases, double ShareOfCases, DurationSketch Durations, double SecondsPerCase);

/// <summary>What may be said of a difference.</summary>
public enum DifferenceVerdict
{
    /// <summary>Too few cases or durations on one side to say anything.</summary>
    TooFew,

    /// <summary>No greater than chance may bring about.</summary>
    WithinChance,

    /// <summary>Greater than chance brings about in 99 of 100 comparisons where nothing differs.</summary>
    Clear,
}

/// <summary>An activity, or an arc, in two maps. Differences are the second side's less the first's.</summary>
/// <param name="From">The activity before; null for an activity.</param>
/// <param name="Activity">The activity, or the one that the arc leads to.</param>
/// <param name="First">In the first map.</param>
/// <param name="Second">In the second map.</param>
/// <param name="InCases">What may be said of the difference in <see cref="ComparedSide.ShareOfCases"/>.</param>
/// <param name="InMedian">What may be said of the difference in the median duration.</param>
/// <param name="InP90">What may be said of the difference in the ninth decile.</param>
public sealed record ComparedPlace(
    string? From, string Activity, ComparedSide First, ComparedSide Second, DifferenceVerdict InCases, DifferenceVerdict InMedian, DifferenceVerdict InP90)
{
    /// <summary>How much more often it occurs, as a part of the cases.</summary>
    public double ShareDifference => Second.ShareOfCases - First.ShareOfCases;

    /// <summary>How much longer the median is, in seconds; null if a side has no durations.</summary>
    public long? MedianDifference => Second.Durations.P50 - First.Durations.P50;

    /// <summary>How much longer the ninth decile is, in seconds; null if a side has no durations.</summary>
    public long? P90Difference => Second.Durations.P90 - First.Durations.P90;

    /// <summary>How much more time each case waits here on average, in seconds.</summary>
    public double SecondsPerCaseDifference => Second.SecondsPerCase - First.SecondsPerCase;

    /// <summary>Whether any of the differences is clear.</summary>
    public bool IsClear => DifferenceVerdict.Clear == InCases || DifferenceVerdict.Clear == InMedian || DifferenceVerdict.Clear == InP90;
}
