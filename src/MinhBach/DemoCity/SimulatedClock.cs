using NodaTime;

namespace MinhBach.DemoCity;

/// <summary>The clock of a simulated city: it stands until the simulation moves it.</summary>
public sealed class SimulatedClock(Instant start) : TimeProvider
{
    private long ticks = start.ToUnixTimeTicks();

    /// <summary>The simulated present.</summary>
    public Instant Now
    {
        get => Instant.FromUnixTimeTicks(Interlocked.Read(ref ticks));
        set => Interlocked.Exchange(ref ticks, value.ToUnixTimeTicks());
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
}
