using NodaTime;

namespace MinhBach.Organization;

/// <summary>What a unit is there for.</summary>
public enum UnitKind
{
    /// <summary>Receives dossiers and returns results (một cửa).</summary>
    OneStop,

    /// <summary>Does the professional work.</summary>
    Processing,

    /// <summary>Văn thư: numbers, stamps, sends.</summary>
    Clerical,

    /// <summary>The agency's leaders, who sign.</summary>
    Leadership,

    /// <summary>Inspects others.</summary>
    Inspection,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>A đơn vị or phòng of an agency, for as long as it stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Agency">The agency it belongs to.</param>
/// <param name="Name">Its newest name.</param>
/// <param name="Kind">What it is there for.</param>
/// <param name="Phone">Its telephone.</param>
/// <param name="Fields">Fields (lĩnh vực) it works on; empty when it takes whatever comes.</param>
/// <param name="From">First day of its existence.</param>
/// <param name="To">Last day of its existence; null while it stands.</param>
public sealed record Unit(
    UnitId Id, AgencyId Agency, string Name, UnitKind Kind, string? Phone, IReadOnlyList<string> Fields, LocalDate From, LocalDate? To)
{
    /// <summary>Names it bore before, oldest first.</summary>
    public IReadOnlyList<FormerName> FormerNames { get; init; } = [];

    /// <summary>Grows with every change; an edit states the revision it was made on.</summary>
    public long Revision { get; init; } = 1;

    /// <summary>Whether it exists on that day.</summary>
    public bool Stands(LocalDate on) => From <= on && (To is null || on <= To);

    /// <summary>The name it bore on that day.</summary>
    public string NameOn(LocalDate on) => FormerName.On(FormerNames, on) ?? Name;
}
