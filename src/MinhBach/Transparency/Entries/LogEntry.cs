using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace MinhBach.Transparency;

/// <summary>
/// One entry of the public log, version 1 (docs/log-entries.md). Names nobody; what it leaves out it commits to. Times are UTC to the
/// microsecond, days are of the city (Asia/Ho_Chi_Minh).
/// </summary>
public sealed record LogEntry
{
    /// <summary>The version that this program writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Version of the schema.</summary>
    [JsonPropertyName("v")]
    public int Version { get; init; } = CurrentVersion;

    /// <summary>What happened, such as <c>dossier.received</c>; see <see cref="EntryTypes"/>.</summary>
    public required string Type { get; init; }

    /// <summary>When the server recorded it.</summary>
    public required Instant At { get; init; }

    /// <summary>When it was entered here; never earlier than in the entry before.</summary>
    public required Instant Logged { get; init; }

    /// <summary>Whose event: a random name of the dossier, 22 characters of base64url; null where the entry is about no dossier, or may not say.</summary>
    public string? Case { get; init; }

    /// <summary>The how manieth entry of its dossier, from 1 without gaps.</summary>
    [JsonPropertyName("n")]
    public int? Number { get; init; }

    /// <summary>Procedure code.</summary>
    public string? Procedure { get; init; }

    /// <summary>Code of the agency that answers for the dossier, or that the entry is about.</summary>
    public string? Agency { get; init; }

    /// <summary>The unit that the event concerns, by the number under which an entry <c>organization.agency</c> names it.</summary>
    public long? Unit { get; init; }

    /// <summary>The step's element in the process.</summary>
    public string? Step { get; init; }

    /// <summary>The step's number in the dossier.</summary>
    public int? Task { get; init; }

    /// <summary>The due date first promised; null before reception, and where the procedure states no term.</summary>
    public LocalDate? FirstDue { get; init; }

    /// <summary>The due date after this event.</summary>
    public LocalDate? Due { get; init; }

    /// <summary>The rules that the dossier was received under.</summary>
    public string? RuleSet { get; init; }

    /// <summary>Of which class the reason is; see <see cref="EntryReasons"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>What was published about no single dossier: agencies, rules, figures, keys.</summary>
    public JsonElement? Facts { get; init; }

    /// <summary>SHA-256 over salt and the event as the city's journal keeps it, in base64 (<see cref="EntryCommitment"/>); null where nothing is left out.</summary>
    public string? Commitment { get; init; }
}
