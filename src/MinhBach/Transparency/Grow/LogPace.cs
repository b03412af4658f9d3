using System.Diagnostics;
using MinhBach.Kernel;

namespace MinhBach.Transparency.Grow;

/// <summary>How long publication rests between two turns: people who work come first, and a long history is not worth anybody's waiting.</summary>
internal sealed class LogPace(KernelMeter meter)
{
    // Commands that wait in a lane when people begin to feel it; and how many a second keep a processor busy.
    private const int MostWaiting = 8;
    private const int MostPerProcessor = 750;

    // While they are many, publication takes a fifteenth of one processor; while it is merely behind, half.
    private const int RestWhileBusy = 14;

    private static readonly TimeSpan GatherTime = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestLook = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(1);

    private (long Commands, long At) seen = (meter.Commands, Stopwatch.GetTimestamp());
    private bool isRush;

    /// <summary>Whether people wait, or soon would: then a turn is short. Asked by one thread.</summary>
    public bool IsBusy => IsRush() || meter.Waiting.Any(waiting => waiting >= MostWaiting);

    /// <summary>The rest after a turn.</summary>
    /// <param name="published">How far it came.</param>
    /// <param name="took">How long it took.</param>
    public TimeSpan After(Published published, TimeSpan took)
    {
        if (published == Published.Nothing) return TryAgainAfter;
        var rest = IsBusy ? took * RestWhileBusy : published == Published.Some ? took : GatherTime;
        return rest < GatherTime && published == Published.All ? GatherTime : rest > LongestRest ? LongestRest : rest;
    }

    private bool IsRush()
    {
        var elapsed = Stopwatch.GetElapsedTime(seen.At);
        if (elapsed < ShortestLook) return isRush;
        isRush = (meter.Commands - seen.Commands) / elapsed.TotalSeconds > MostPerProcessor * Environment.ProcessorCount;
        seen = (meter.Commands, Stopwatch.GetTimestamp());
        return isRush;
    }
}
