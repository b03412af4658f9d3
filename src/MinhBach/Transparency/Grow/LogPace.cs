using MinhBach.Kernel;

namespace MinhBach.Transparency.Grow;

/// <summary>How long publication rests between two turns: people who work come first, and a long history is not worth anybody's waiting.</summary>
internal sealed class LogPace(KernelMeter meter)
{
    // Commands that wait in a lane when people begin to feel it.
    private const int Busy = 8;

    // While they do, publication takes a tenth of one processor at most; while it is merely behind, half.
    private const int RestWhileBusy = 9;

    private static readonly TimeSpan GatherTime = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(10);

    /// <summary>Whether people wait: then a turn is short.</summary>
    public bool IsBusy => meter.Waiting.Any(waiting => waiting >= Busy);

    /// <summary>The rest after a turn.</summary>
    /// <param name="published">How far it came.</param>
    /// <param name="took">How long it took.</param>
    public TimeSpan After(Published published, TimeSpan took)
    {
        if (published == Published.Nothing) return TryAgainAfter;
        var rest = IsBusy ? took * RestWhileBusy : published == Published.Some ? took : GatherTime;
        return rest < GatherTime && published == Published.All ? GatherTime : rest > LongestRest ? LongestRest : rest;
    }
}
