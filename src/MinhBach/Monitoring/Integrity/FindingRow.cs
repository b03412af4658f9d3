using System.Globalization;
using NodaTime;

namespace MinhBach.Monitoring.Integrity;

/// <summary>
/// Something that looks like a pattern, with its evidence. Folded from the journal: a rebuild makes the same ones with the same ids.
/// </summary>
internal sealed record FindingRow
{
    private const int PatternsPerEntry = 16;

    /// <summary>From the entry that completed it and its pattern.</summary>
    public long Id { get; init; }

    public PatternKind Pattern { get; init; }

    public long DossierId { get; init; }

    public long ProcedureId { get; init; }

    public long AgencyId { get; init; }

    public long UnitId { get; init; }

    /// <summary>The official who acted; null when it was the applicant or the system.</summary>
    public long? PersonId { get; init; }

    /// <summary>The step, or how the dossier was closed; null when neither matters.</summary>
    public string? About { get; init; }

    public Instant At { get; init; }

    /// <summary>When what led to it began.</summary>
    public Instant? Since { get; init; }

    /// <summary>The due date it is held against.</summary>
    public Instant? DueAt { get; init; }

    /// <summary>Its measure: seconds, working seconds, working days or steps, as the pattern says.</summary>
    public long Amount { get; init; }

    /// <summary>Ids of the other dossiers in it, with blanks between.</summary>
    public string? Others { get; init; }

    public IReadOnlyList<long> OtherIds() => Others is null ? [] : [.. Others.Split(' ').Select(id => long.Parse(id, CultureInfo.InvariantCulture))];

    public static long IdOf(long entry, PatternKind pattern) => (entry * PatternsPerEntry) + (int)pattern;
}
