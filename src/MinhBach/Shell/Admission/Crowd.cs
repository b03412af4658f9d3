namespace MinhBach.Shell;

/// <summary>
/// Tells a moment's crowd from a rush. After a tenth of a second in which nothing could run (a collection, hundreds of connections that end
/// together) what came meanwhile is there at once, and answered as quickly if nobody is sent away.
/// </summary>
internal sealed class Crowd
{
    /// <summary>For so long there may be more than is answered at once.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    // In a rush there are moments without a crowd, because people are sent away: the next one is still the same rush.
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(5);

    private readonly TimeProvider clock;
    private long begun;
    private long last;

    public Crowd(TimeProvider clock)
    {
        this.clock = clock;
        begun = last = clock.GetTimestamp() - (long)(2 * Calm.TotalSeconds * clock.TimestampFrequency);
    }

    /// <summary>Is told that there are too many; answers whether that may still pass by itself.</summary>
    public bool MayPass()
    {
        var now = clock.GetTimestamp();
        if (clock.GetElapsedTime(Interlocked.Exchange(ref last, now), now) > Calm) Interlocked.Exchange(ref begun, now);
        return clock.GetElapsedTime(Interlocked.Read(ref begun), now) <= Patience;
    }
}
