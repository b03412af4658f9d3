using System.Diagnostics.Metrics;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Shell;

/// <summary>Counts what was sent away because too much was being answered.</summary>
public sealed class AdmissionMeter
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "MinhBach.Admission";

    private readonly TimeProvider clock;
    private readonly Counter<long> sentAway;
    private long total;
    private long last;

    /// <summary>Made by the application.</summary>
    public AdmissionMeter(IMeterFactory meters, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(meters);
        this.clock = clock;
        sentAway = meters.Create(Name).CreateCounter<long>("minhbach.admission.sent_away", "{request}", "Requests sent away with 503 because too much was being answered");
    }

    /// <summary>How many since the start.</summary>
    public long Total => Interlocked.Read(ref total);

    /// <summary>When the last one was; null when there was none.</summary>
    public Instant? Last => Interlocked.Read(ref last) is var at and > 0 ? Instant.FromUnixTimeTicks(at) : null;

    internal void SentAway()
    {
        Interlocked.Increment(ref total);
        Interlocked.Exchange(ref last, clock.Now().ToUnixTimeTicks());
        sentAway.Add(1);
    }
}
