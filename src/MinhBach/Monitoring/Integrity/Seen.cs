using MinhBach.Kernel;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Monitoring.Integrity;

/// <summary>An event as patterns are told it.</summary>
/// <param name="Entry">Sequence of its entry in the journal.</param>
/// <param name="At">When the server recorded it.</param>
/// <param name="Actor">Who acted.</param>
/// <param name="Event">The event.</param>
/// <param name="Dossier">The dossier as it was before.</param>
/// <param name="Calendar">The calendar of the agency that acted.</param>
/// <param name="Applicant">A key that is alike for the same applicant; null when it is not known.</param>
internal readonly record struct Seen(long Entry, Instant At, Actor Actor, object? Event, WatchedDossier Dossier, WorkingCalendar Calendar, string? Applicant)
{
    public LocalDate Day => At.DateInCity();

    /// <summary>The official who acted; null when it was somebody else.</summary>
    public long? Person => Actor.Kind == ActorKind.Official ? Actor.PersonId : null;

    /// <summary>A finding that this event completes, in the unit of whoever acted.</summary>
    public FindingRow Finding(PatternKind pattern) => new()
    {
        Id = FindingRow.IdOf(Entry, pattern),
        Pattern = pattern,
        DossierId = Dossier.Id,
        ProcedureId = Dossier.Procedure,
        AgencyId = Actor.AgencyId ?? Dossier.Agency,
        UnitId = Actor.UnitId ?? Dossier.Unit,
        PersonId = Person,
        At = At,
    };
}
