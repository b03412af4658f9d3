using NodaTime;

namespace MinhBach.ProcessMining;

/// <summary>Counts case after case.</summary>
internal sealed class SummaryTally(SummaryOptions options)
{
    private readonly DueTally _due = new(options);
    private readonly HashSet<UInt128> _variants = [];
    private bool[] _isSeen = new bool[64];
    private int _activities;
    private long _cases;
    private long _events;
    private long _first = long.MaxValue;
    private long _last = LogEvent.NoTime;

    public void Add(LogCase found)
    {
        _cases++;
        _events += found.Events.Length;
        var low = 14695981039346656037UL;
        var high = 7809847782465536322UL;
        foreach (ref readonly var happened in found.Events)
        {
            See(happened.Activity);
            if (happened.Lifecycle is LogLifecycle.Complete)
            {
                low = (low ^ (uint)happened.Activity) * 1099511628211;
                high = (ulong.RotateLeft(high, 23) + (uint)happened.Activity + 1) * 0x9E3779B97F4A7C15;
            }

            if (!happened.HasTime)
                continue;
            _first = Math.Min(_first, happened.UnixTicks);
            _last = Math.Max(_last, happened.UnixTicks);
        }

        // 128 bits stand for the sequence, which need not be kept: a chance of one in 10²⁴ of miscounting ten million variants.
        _variants.Add(new UInt128(high, low));
        _due.Add(found.Attributes);
    }

    public LogSummary Sum()
    {
        var dates = _due.Decide();
        var counts = _due.All;
        return new LogSummary
        {
            Cases = _cases,
            Events = _events,
            Activities = _activities,
            Variants = _variants.Count,
            First = MomentOf(_first),
            Last = MomentOf(_last),
            Closed = counts.Closed,
            OnTime = counts.OnTime,
            Late = counts.Late,
            Undue = counts.Undue,
            Open = counts.Open,
            Broken = counts.Broken,
            DoneBeforeStart = counts.DoneBeforeStart,
            Dates = dates,
            Attributes = [.. _due.Seen],
            By = _due.By(),
        };
    }

    private DateTimeOffset? MomentOf(long ticks) =>
        _last == LogEvent.NoTime ? null : Instant.FromUnixTimeTicks(ticks).InZone(options.Zone).ToDateTimeOffset();

    private void See(int activity)
    {
        if (activity >= _isSeen.Length)
            Array.Resize(ref _isSeen, Math.Max(activity + 1, _isSeen.Length * 2));
        if (_isSeen[activity])
            return;
        _isSeen[activity] = true;
        _activities++;
    }
}
