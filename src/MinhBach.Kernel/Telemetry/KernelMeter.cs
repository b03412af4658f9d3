using System.Diagnostics.Metrics;

namespace MinhBach.Kernel;

/// <summary>
/// What the write lanes do, as instruments of the meter <see cref="Name"/> and as figures for whoever asks here:
/// <c>minhbach.lane.waiting</c> (commands, by lane), <c>minhbach.lane.batch</c> (commands a commit) and
/// <c>minhbach.lane.commit</c> (seconds).
/// </summary>
public sealed class KernelMeter : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "MinhBach.Kernel";

    private readonly Meter meter = new(Name);
    private readonly Histogram<int> batch;
    private readonly Histogram<double> commit;
    private Func<IReadOnlyList<int>> waiting = () => [];
    private long commands;

    /// <summary>Makes the instruments.</summary>
    public KernelMeter()
    {
        batch = meter.CreateHistogram<int>("minhbach.lane.batch", "{command}", "Commands committed together");
        commit = meter.CreateHistogram<double>("minhbach.lane.commit", "s", "Time of a commit until it is durable");
        meter.CreateObservableGauge(
            "minhbach.lane.waiting", () => Waiting.Select((count, lane) => new Measurement<int>(count, new KeyValuePair<string, object?>("lane", lane))), "{command}", "Commands that wait in a lane");
    }

    /// <summary>Commands that wait, lane by lane.</summary>
    public IReadOnlyList<int> Waiting => waiting();

    /// <summary>Commands committed since this process started.</summary>
    public long Commands => Interlocked.Read(ref commands);

    /// <summary>How long commits took since this process started.</summary>
    public Latencies Commits { get; } = new();

    /// <inheritdoc />
    public void Dispose() => meter.Dispose();

    internal void Watch(Func<IReadOnlyList<int>> queues) => waiting = queues;

    internal void Committed(int together, TimeSpan took)
    {
        Interlocked.Add(ref commands, together);
        Commits.Add(took);
        batch.Record(together);
        commit.Record(took.TotalSeconds);
    }
}
