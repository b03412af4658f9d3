using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Organization;

/// <summary>An empty database was filled with the starter organisation.</summary>
[JournalEvent("organization.founded")]
public sealed record OrganizationFounded(int Agencies, int Units, int Posts, int People, bool Demo);

/// <summary>Wards and communes were read from a file.</summary>
[JournalEvent("organization.units-imported")]
public sealed record UnitsImported(string Source, int Added, int Renamed, int Unchanged);

/// <summary>Areas of wards and communes were read from files.</summary>
[JournalEvent("organization.boundaries-imported")]
public sealed record BoundariesImported(int Features, int Taken, int Missing);

/// <summary>An agency was added.</summary>
[JournalEvent("organization.agency-added")]
public sealed record AgencyAdded(long Agency, string Code, string Name, LocalDate From, string Basis);

/// <summary>An agency's name or contact changed.</summary>
[JournalEvent("organization.agency-changed")]
public sealed record AgencyChanged(long Agency, string OldName, string Name, LocalDate From, string Basis, string? DeskHours = null);

/// <summary>Agencies became one.</summary>
[JournalEvent("organization.agencies-merged")]
public sealed record AgenciesMerged(IReadOnlyList<long> From, long Into, LocalDate On, string Basis);

/// <summary>An agency was divided.</summary>
[JournalEvent("organization.agency-split")]
public sealed record AgencySplit(long From, IReadOnlyList<long> Into, LocalDate On, string Basis);

/// <summary>A unit was added.</summary>
[JournalEvent("organization.unit-added")]
public sealed record UnitAdded(long Unit, long Agency, string Name, LocalDate From);

/// <summary>A unit's name, telephone or fields changed.</summary>
[JournalEvent("organization.unit-changed")]
public sealed record UnitChanged(long Unit, string OldName, string Name, LocalDate From);

/// <summary>A unit was closed; its open work has to go elsewhere.</summary>
[JournalEvent("organization.unit-closed")]
public sealed record UnitClosed(long Unit, LocalDate LastDay, string Reason);

/// <summary>A post was added.</summary>
[JournalEvent("organization.post-added")]
public sealed record PostAdded(long Post, long Unit, string Name, string Role, LocalDate From);

/// <summary>A person took up a post.</summary>
[JournalEvent("organization.person-appointed")]
public sealed record PersonAppointed(long Post, long Person, string Name, LocalDate From, string Basis);

/// <summary>A person left a post.</summary>
[JournalEvent("organization.holding-ended")]
public sealed record HoldingEnded(long Post, long Person, LocalDate LastDay, string Reason);

/// <summary>The powers of a post were lent.</summary>
[JournalEvent("organization.post-delegated")]
public sealed record PostDelegated(long Delegation, long Post, long To, DelegationKind Kind, LocalDate From, LocalDate? Until, string Reason);

/// <summary>A delegation or substitution ended early.</summary>
[JournalEvent("organization.delegation-ended")]
public sealed record DelegationEnded(long Delegation, LocalDate LastDay, string Reason);

/// <summary>The calendar of the city (agency null) or of an agency changed on a day.</summary>
[JournalEvent("organization.calendar-changed")]
public sealed record CalendarChanged(long? Agency, LocalDate Day, string Kind, string Name, string LegalBasis);
