using NodaTime;

namespace MinhBach.Organization;

/// <summary>A vị trí in a unit: work that is somebody's, whoever holds it today.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Unit">The unit it stands in.</param>
/// <param name="Name">What it is called, such as “Chuyên viên”.</param>
/// <param name="Role">What its holder may do here.</param>
/// <param name="From">First day of its existence.</param>
/// <param name="To">Last day of its existence; null while it stands.</param>
public sealed record Post(PostId Id, UnitId Unit, string Name, PostRole Role, LocalDate From, LocalDate? To)
{
    /// <summary>Grows with every change; an edit states the revision it was made on.</summary>
    public long Revision { get; init; } = 1;

    /// <summary>Whether it exists on that day.</summary>
    public bool Stands(LocalDate on) => From <= on && (To is null || on <= To);
}

/// <summary>An official.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Name">Full name.</param>
/// <param name="Phone">Telephone at work, shown to the public.</param>
/// <param name="Email">E-mail at work.</param>
public sealed record Person(PersonId Id, string Name, string? Phone, string? Email);

/// <summary>A person holds a post.</summary>
/// <param name="Post">The post.</param>
/// <param name="Person">Who.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null while it lasts.</param>
public sealed record Holding(PostId Post, PersonId Person, LocalDate From, LocalDate? To)
{
    /// <summary>Whether it holds on that day.</summary>
    public bool Holds(LocalDate on) => From <= on && (To is null || on <= To);
}

/// <summary>How a post comes to somebody else for a while.</summary>
public enum DelegationKind
{
    /// <summary>Ủy quyền: the holder lends their power and keeps it.</summary>
    Delegation,

    /// <summary>Thay thế: somebody stands in while the holder is away.</summary>
    Substitution,
}

/// <summary>The powers of a post are lent to a person for a time.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Post">The post.</param>
/// <param name="To">Who may act.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null until ended.</param>
/// <param name="Kind">How.</param>
/// <param name="Reason">Why, with the number of the paper where there is one.</param>
public sealed record Delegation(long Id, PostId Post, PersonId To, LocalDate From, LocalDate? Until, DelegationKind Kind, string Reason)
{
    /// <summary>Whether it holds on that day.</summary>
    public bool Holds(LocalDate on) => From <= on && (Until is null || on <= Until);
}
