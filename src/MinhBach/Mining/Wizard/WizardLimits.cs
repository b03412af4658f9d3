using MinhBach.ProcessMining;

namespace MinhBach.Mining.Wizard;

/// <summary>How much may be uploaded. Larger logs are brought in by command.</summary>
internal static class WizardLimits
{
    public const int Megabytes = 64;
    public const long FileBytes = Megabytes * 1_048_576L;

    /// <summary>The file and the fields around it.</summary>
    public const long RequestBytes = FileBytes + 1_048_576L;

    /// <summary>What is read of a file while somebody waits for the page.</summary>
    public static LogLimits Log { get; } = LogLimits.Default with { MostBytes = 1L << 30, MostEventsPerCase = Import.ImportLog.MostEventsPerCase, MostActivities = 20_000 };
}
