using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Tests;

/// <summary>A clock that stands until a test moves it.</summary>
public sealed class TestClock : TimeProvider
{
    private long ticks = Instant.FromUtc(2026, 11, 17, 2, 0).ToUnixTimeTicks();

    /// <summary>The present; at first 09:00 on Tuesday 17/11/2026 in Hà Nội.</summary>
    public Instant Now
    {
        get => Instant.FromUnixTimeTicks(Interlocked.Read(ref ticks));
        set => Interlocked.Exchange(ref ticks, value.ToUnixTimeTicks());
    }

    /// <summary>How far it goes on with every look at it, as a real one does; at first it stands.</summary>
    public Duration Step { get; set; }

    public override DateTimeOffset GetUtcNow() =>
        Instant.FromUnixTimeTicks(Interlocked.Add(ref ticks, (long)Step.TotalTicks)).ToDateTimeOffset();

    public void Advance(Duration by) => Now += by;

    /// <summary>Sets the clock to a time of a day in Hà Nội.</summary>
    public void SetTo(LocalDate date, int hour, int minute = 0) => Now = date.At(new LocalTime(hour, minute)).InZoneStrictly(CityTime.Zone).ToInstant();
}
