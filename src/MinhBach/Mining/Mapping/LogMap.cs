using MinhBach.ProcessMining;
using NodaTime;

namespace MinhBach.Mining.Mapping;

/// <summary>
/// Which part of a foreign log is what: written once for a system, and read alike by <c>mine</c>, by the import and by the wizard.
/// What it does not name is left where it is. See docs/import-log.md.
/// </summary>
public sealed record LogMap
{
    /// <summary>The system that the log comes from.</summary>
    public required MappedSource Source { get; init; }

    /// <summary>Zone of dates without an offset, and of the working hours.</summary>
    public string Zone { get; init; } = "Asia/Ho_Chi_Minh";

    /// <summary>Where events tell what, when and who.</summary>
    public EventColumns Events { get; init; } = new();

    /// <summary>Where cases tell their dates and their parts.</summary>
    public CaseColumns Cases { get; init; } = new();

    /// <summary>Names to show in place of the log's activities; those not here keep theirs.</summary>
    public IReadOnlyDictionary<string, string> Activities { get; init; } = new Dictionary<string, string>();

    /// <summary>Names to show in place of the log's departments and units; those not here keep theirs.</summary>
    public IReadOnlyDictionary<string, string> Departments { get; init; } = new Dictionary<string, string>();

    internal DateTimeZone TimeZone => DateTimeZoneProviders.Tzdb[Zone];

    /// <summary>Which attributes hold the dates: what is not named is not guessed.</summary>
    internal DueAttributes Dates => new(Cases.Due, Cases.Done, Cases.Start, IsGuessed: false);

    /// <summary>Attributes by which cases are told apart.</summary>
    internal IReadOnlyList<string> Parts => [.. new[] { Cases.Department, Cases.Channel, Cases.Person }.OfType<string>()];

    /// <summary>How a log is looked at by it.</summary>
    internal LogReportOptions Options(bool onTheWallClock = false) => new()
    {
        Due = Cases.Due,
        Done = Cases.Done,
        By = Parts,
        Zone = TimeZone,
        OnTheWallClock = onTheWallClock,
        Map = this,
    };
}

/// <summary>A system whose logs are looked at.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Slug">Its name in addresses: small letters, digits and hyphens.</param>
public sealed record MappedSource(string Name, string Slug);

/// <summary>
/// Columns of a CSV file, by their exact names. XES names these things itself; in OCEL <see cref="Case"/> is the type of the objects that
/// are the cases.
/// </summary>
public sealed record EventColumns
{
    /// <summary>The case's id.</summary>
    public string? Case { get; init; }

    /// <summary>What was done.</summary>
    public string? Activity { get; init; }

    /// <summary>When.</summary>
    public string? Timestamp { get; init; }

    /// <summary>Who did it.</summary>
    public string? Resource { get; init; }

    /// <summary>The unit in which it was done.</summary>
    public string? Unit { get; init; }

    /// <summary>Which moment of the activity's life it is: start or complete.</summary>
    public string? Lifecycle { get; init; }

    /// <summary>What tells two doings of one activity apart.</summary>
    public string? Instance { get; init; }
}

/// <summary>Attributes of cases, by their exact names.</summary>
public sealed record CaseColumns
{
    /// <summary>By when the case is due.</summary>
    public string? Due { get; init; }

    /// <summary>When it was done.</summary>
    public string? Done { get; init; }

    /// <summary>When it began.</summary>
    public string? Start { get; init; }

    /// <summary>The department that answers for it.</summary>
    public string? Department { get; init; }

    /// <summary>How it was handed in.</summary>
    public string? Channel { get; init; }

    /// <summary>Who answers for it.</summary>
    public string? Person { get; init; }

    internal IReadOnlyList<string> All => [.. new[] { Due, Done, Start, Department, Channel, Person }.OfType<string>().Distinct(StringComparer.Ordinal)];
}
