using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Organization;

/// <summary>Where an agency stands.</summary>
public enum AgencyLevel
{
    /// <summary>The People's Committee of the city.</summary>
    City,

    /// <summary>A department (sở, ban, ngành) of the city, or a central body that serves it.</summary>
    Department,

    /// <summary>A ward or commune (phường, xã).</summary>
    Commune,

    /// <summary>A branch or reception point of another agency.</summary>
    Branch,
}

/// <summary>A cơ quan, for as long as it stands. One that has ended stays, because old dossiers name it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">The official unit code (communes: the five digits of the General Statistics Office).</param>
/// <param name="Identifier">The electronic identifier that dossier codes begin with, such as H26.27.</param>
/// <param name="Name">Its newest name; <see cref="FormerNames"/> has the older ones.</param>
/// <param name="Level">Where it stands.</param>
/// <param name="Parent">The agency above it.</param>
/// <param name="From">First day of its existence.</param>
/// <param name="To">Last day of its existence; null while it stands.</param>
/// <param name="Fields">Fields (lĩnh vực) that a department answers for.</param>
/// <param name="Address">Where people find it.</param>
/// <param name="Phone">Its telephone.</param>
public sealed record Agency(
    AgencyId Id,
    string Code,
    string Identifier,
    string Name,
    AgencyLevel Level,
    AgencyId? Parent,
    LocalDate From,
    LocalDate? To,
    IReadOnlyList<string> Fields,
    string? Address,
    string? Phone)
{
    /// <summary>Names it bore before, oldest first.</summary>
    public IReadOnlyList<FormerName> FormerNames { get; init; } = [];

    /// <summary>The week of its desk, where that differs from the working week; no deadline follows it.</summary>
    public WorkWeek? DeskHours { get; init; }

    /// <summary>Grows with every change; an edit states the revision it was made on.</summary>
    public long Revision { get; init; } = 1;

    /// <summary>Whether it exists on that day.</summary>
    public bool Stands(LocalDate on) => From <= on && (To is null || on <= To);

    /// <summary>The name it bore on that day.</summary>
    public string NameOn(LocalDate on) => FormerName.On(FormerNames, on) ?? Name;
}

/// <summary>A name that was given up.</summary>
/// <param name="Name">The name.</param>
/// <param name="Until">The last day it was borne.</param>
public sealed record FormerName(string Name, LocalDate Until)
{
    internal static string? On(IReadOnlyList<FormerName> names, LocalDate on) =>
        names.Where(name => on <= name.Until).MinBy(name => name.Until)?.Name;
}
