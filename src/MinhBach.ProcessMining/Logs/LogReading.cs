using NodaTime;

namespace MinhBach.ProcessMining;

/// <summary>How a log is read.</summary>
public sealed record LogReading
{
    /// <summary>The way used when none is given.</summary>
    public static LogReading Default { get; } = new();

    /// <summary>What is refused. Default <see cref="LogLimits.Default"/>.</summary>
    public LogLimits Limits { get; init; } = LogLimits.Default;

    /// <summary>The zone of dates that carry no offset. Default <c>Asia/Ho_Chi_Minh</c>.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"];

    /// <summary>
    /// Whether a <see cref="LogProblemKind.DuplicateEvent"/> is left out. Default false: in logs that tell only the day,
    /// two payments of one day look alike and are two. They are counted either way.
    /// </summary>
    public bool DropDuplicateEvents { get; init; }

    /// <summary>Attributes of events, by their full key, or columns that are taken as the case's: the first value that is there. Default none.</summary>
    public IReadOnlyList<string> CaseAttributes { get; init; } = [];
}
