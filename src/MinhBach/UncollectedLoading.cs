using System.Runtime;

namespace MinhBach;

/// <summary>
/// Reads a city's memory without collections in between. What is read then stays, so that each would copy all that was read before it and
/// find nothing to throw away.
/// </summary>
internal static class UncollectedLoading
{
    private const long Most = 1L << 30;

    // Of the memory that there is; whoever needs more is collected as always.
    private const int Share = 4;

    public static async Task RunAsync(Func<Task> load)
    {
        var begun = TryBegin();
        await load();
        if (begun) End();
    }

    private static bool TryBegin()
    {
        try
        {
            return GC.TryStartNoGCRegion(Math.Min(Most, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Share));
        }
        catch (Exception failure) when (failure is InvalidOperationException or ArgumentOutOfRangeException)
        {
            // Another city of this process is being read, or the runtime has no such room.
            return false;
        }
    }

    private static void End()
    {
        try
        {
            if (GCSettings.LatencyMode == GCLatencyMode.NoGCRegion) GC.EndNoGCRegion();
        }
        catch (InvalidOperationException)
        {
            // It was over by itself: more was read than there was room for.
        }
    }
}
