using MinhBach.Transparency;

namespace MinhBach.Tests.Crash;

/// <summary>The public log of a city as somebody outside sees it, who remembers what was shown before.</summary>
internal static class LogSeen
{
    /// <summary>Holds the log to what it promises, and to what it showed at the last look; answers how many entries it shows.</summary>
    public static long Look(string dataFolder)
    {
        var log = Path.Combine(dataFolder, "log");
        if (!File.Exists(Path.Combine(log, "checkpoint"))) return 0;
        var report = new WatchedLog(log, LogAddress.Open(log), new WatchTrust(), new WatchStore(Path.Combine(dataFolder, "seen")), TimeProvider.System).Check();
        Assert.Empty(report.Findings.Kept);
        return report.Head!.Value.Size;
    }
}
