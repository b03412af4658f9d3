namespace MinhBach.Kernel;

/// <summary>What kind of somebody acts.</summary>
public enum ActorKind
{
    /// <summary>The product itself: timers, imports, clean-ups.</summary>
    System,

    /// <summary>A citizen or business, signed in or not.</summary>
    Citizen,

    /// <summary>An official acting from a post.</summary>
    Official,
}

/// <summary>
/// Who does something. Every write carries one, and the journal keeps it.
/// </summary>
/// <param name="Kind">Kind of actor.</param>
/// <param name="Name">Name as it is to be read later; people are renamed, history is not.</param>
/// <param name="PersonId">The person, when known.</param>
/// <param name="PostId">The post the official acts from.</param>
/// <param name="UnitId">The unit of that post at the time.</param>
/// <param name="AgencyId">The agency of that post at the time.</param>
/// <param name="OnBehalfOf">Whose power is used under a delegation or substitution: the delegating person's name.</param>
public sealed record Actor(
    ActorKind Kind,
    string Name,
    long? PersonId = null,
    long? PostId = null,
    long? UnitId = null,
    long? AgencyId = null,
    string? OnBehalfOf = null)
{
    /// <summary>The product itself.</summary>
    public static Actor System { get; } = new(ActorKind.System, "Hệ thống");
}
