namespace MinhBach.ProcessMining;

/// <summary>The moments of an activity's life as logs write them (XES standard lifecycle, in any case of letters).</summary>
internal static class LifecycleText
{
    public static LogLifecycle Read(ReadOnlySpan<char> text) =>
        text.IsWhiteSpace() || text.Equals("complete", StringComparison.OrdinalIgnoreCase) ? LogLifecycle.Complete
        : text.Equals("start", StringComparison.OrdinalIgnoreCase) ? LogLifecycle.Start
        : LogLifecycle.Other;

    /// <summary>The word that reads back as the same: all that we do not tell apart is the standard's <c>unknown</c>.</summary>
    public static string Write(LogLifecycle lifecycle) => lifecycle switch
    {
        LogLifecycle.Complete => "complete",
        LogLifecycle.Start => "start",
        LogLifecycle.Other => "unknown",
    };
}
