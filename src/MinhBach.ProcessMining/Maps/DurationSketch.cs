namespace MinhBach.ProcessMining;

/// <summary>
/// Durations in whole seconds, counted in buckets whose width grows with the value. Count, least, greatest and total are exact;
/// quantiles are off by at most <see cref="RelativeError"/> of the true value. Merging gives the same whatever the order.
/// </summary>
public sealed class DurationSketch
{
    /// <summary>How far a quantile may be from the true one, as a part of it; see <see cref="DurationBuckets"/>.</summary>
    public const double RelativeError = DurationBuckets.RelativeError;

    private long[] _counts = [];
    private int _first;
    private long _least = long.MaxValue;
    private long _greatest = long.MinValue;

    /// <summary>How many durations were added.</summary>
    public long Count { get; private set; }

    /// <summary>Their sum in seconds.</summary>
    public long TotalSeconds { get; private set; }

    /// <summary>The least in seconds; null if there is none.</summary>
    public long? LeastSeconds => Count == 0 ? null : _least;

    /// <summary>The greatest in seconds; null if there is none.</summary>
    public long? GreatestSeconds => Count == 0 ? null : _greatest;

    /// <summary>Their mean in seconds; null if there is none.</summary>
    public double? MeanSeconds => Count == 0 ? null : (double)TotalSeconds / Count;

    /// <summary>Half of them took at most this many seconds; null if there is none.</summary>
    public long? P50 => Quantile(0.5);

    /// <summary>Three quarters of them took at most this many seconds; null if there is none.</summary>
    public long? P75 => Quantile(0.75);

    /// <summary>Nine tenths of them took at most this many seconds; null if there is none.</summary>
    public long? P90 => Quantile(0.9);

    /// <summary>Adds a duration.</summary>
    /// <param name="seconds">Seconds, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative.</exception>
    public void Add(long seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seconds);
        var bucket = DurationBuckets.Of(seconds);
        Cover(bucket, bucket);
        _counts[bucket - _first]++;
        Count++;
        TotalSeconds += seconds;
        _least = Math.Min(_least, seconds);
        _greatest = Math.Max(_greatest, seconds);
    }

    /// <summary>Adds all durations of another sketch.</summary>
    public void Merge(DurationSketch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Count == 0)
            return;
        Cover(DurationBuckets.Of(other._least), DurationBuckets.Of(other._greatest));
        var (counts, shift) = (other._counts, other._first - _first);
        for (var i = 0; i < counts.Length; i++)
        {
            // What the other holds in reserve at its ends may lie outside ours.
            if (counts[i] > 0)
                _counts[i + shift] += counts[i];
        }
        Count += other.Count;
        TotalSeconds += other.TotalSeconds;
        _least = Math.Min(_least, other._least);
        _greatest = Math.Max(_greatest, other._greatest);
    }

    /// <summary>The duration in seconds that a part of all durations does not exceed (nearest rank); null if there is none.</summary>
    /// <param name="part">0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part is not within 0 and 1.</exception>
    public long? Quantile(double part)
    {
        if (part is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(part), part, "A quantile is asked for by a part from 0 to 1.");
        return Count == 0 ? null : AtRank((long)Math.Ceiling(part * Count));
    }

    /// <summary>The duration of a rank from 1; ranks outside are taken to the nearer end. The ends are exact.</summary>
    internal long AtRank(long rank)
    {
        if (rank <= 1 || rank >= Count)
            return rank <= 1 ? _least : _greatest;
        var passed = 0L;
        for (var i = 0; i < _counts.Length; i++)
        {
            passed += _counts[i];
            if (passed >= rank)
                return Math.Clamp(DurationBuckets.MiddleOf(i + _first), _least, _greatest);
        }
        return _greatest;
    }

    private void Cover(int low, int high)
    {
        if (low >= _first && high < _first + _counts.Length)
            return;
        var empty = _counts.Length == 0;
        var first = empty ? low : Math.Min(low, _first);
        var end = empty ? high + 1 : Math.Max(high + 1, _first + _counts.Length);
        // Some reserve on both sides, so that growing is rare.
        first = Math.Max(0, first - DurationBuckets.HalfDoubling);
        end += DurationBuckets.HalfDoubling;
        var counts = new long[end - first];
        if (!empty)
            _counts.CopyTo(counts, _first - first);
        (_counts, _first) = (counts, first);
    }
}
