namespace MinhBach.ProcessMining;

/// <summary>Two-sided tests at 1 %, without an assumption on how durations are distributed.</summary>
internal static class Significance
{
    // The normal distribution's quantile for 0.5 % on each side.
    private const double Z = 2.5758293035489004;

    /// <summary>Two proportions, with the pooled variance.</summary>
    public static DifferenceVerdict OfShares(long hits1, long n1, long hits2, long n2, int minimum)
    {
        if (n1 < minimum || n2 < minimum)
            return DifferenceVerdict.TooFew;
        var pooled = (double)(hits1 + hits2) / (n1 + n2);
        var deviation = Math.Sqrt(pooled * (1 - pooled) * ((1.0 / n1) + (1.0 / n2)));
        return Math.Abs(((double)hits1 / n1) - ((double)hits2 / n2)) > Z * deviation ? DifferenceVerdict.Clear : DifferenceVerdict.WithinChance;
    }

    /// <summary>
    /// Two quantiles, clear if their intervals lie apart: the order statistics Z standard deviations of the rank below and above,
    /// widened by what the sketch may be off. Stricter than 1 %, as both ends must miss.
    /// </summary>
    public static DifferenceVerdict OfQuantiles(DurationSketch first, DurationSketch second, double part, int minimum)
    {
        if (first.Count < minimum || second.Count < minimum)
            return DifferenceVerdict.TooFew;
        var (low1, high1) = Interval(first, part);
        var (low2, high2) = Interval(second, part);
        return high1 < low2 || high2 < low1 ? DifferenceVerdict.Clear : DifferenceVerdict.WithinChance;
    }

    private static (double Low, double High) Interval(DurationSketch durations, double part)
    {
        var spread = Z * Math.Sqrt(durations.Count * part * (1 - part));
        var low = durations.AtRank((long)Math.Floor((durations.Count * part) - spread));
        var high = durations.AtRank((long)Math.Ceiling((durations.Count * part) + spread) + 1);
        return (low * (1 - DurationSketch.RelativeError), high * (1 + DurationSketch.RelativeError));
    }
}
