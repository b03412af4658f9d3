using System.Globalization;
using System.Security.Claims;
using MinhBach.Kernel;
using MinhBach.Organization;
using NodaTime;

namespace MinhBach.Accounts;

/// <summary>An account: what somebody signs in with.</summary>
public readonly record struct AccountId(long Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>
/// Who asks, in one request: read from the claims, checked against the organisation of today. A post that ended last
/// night gives nothing this morning, whatever the cookie says.
/// </summary>
public sealed class CurrentUser : ICurrentActor
{
    /// <summary>Reads the person who is signed in.</summary>
    public CurrentUser(IHttpContextAccessor http, OrganizationLookup organization, TimeProvider clock)
        : this(http.HttpContext?.User ?? new ClaimsPrincipal(), organization.Current, clock.Today())
    {
    }

    internal CurrentUser(ClaimsPrincipal user, OrganizationMap map, LocalDate today)
    {
        if (user.Identity?.IsAuthenticated != true) return;
        MustChangePassword = user.HasClaim(claim => claim.Type == AccountClaims.MustChangePassword);
        AccountId = Number(user, ClaimTypes.NameIdentifier) is { } account ? new AccountId(account) : null;
        var name = user.Identity.Name ?? "";
        if (Number(user, AccountClaims.Person) is not { } personId || map.FindPerson(new(personId)) is not { } person)
        {
            Actor = new Actor(ActorKind.Citizen, name);
            return;
        }

        Person = person.Id;
        Posts = map.PostsOf(person.Id, today);
        var chosen = Number(user, AccountClaims.Post);
        var held = Posts.FirstOrDefault(post => post.Post.Id.Value == chosen) ?? (Posts.Count > 0 ? Posts[0] : null);
        if (held is null)
        {
            Actor = new Actor(ActorKind.Citizen, person.Name, person.Id.Value);
            return;
        }

        var unit = map.Unit(held.Post.Unit);
        Post = held.Post.Id;
        Unit = unit.Id;
        Agency = unit.Agency;
        Roles = [held.Post.Role];
        Actor = new Actor(ActorKind.Official, person.Name, person.Id.Value, held.Post.Id.Value, unit.Id.Value, unit.Agency.Value, held.OnBehalfOf?.Name);
        var scope = ScopeOf(held.Post.Role, unit, person.Id);
        Scope = scope.Agencies.Count == 0 ? scope : scope with { AllUnits = scope.Agencies.SelectMany(agency => map.UnitsOf(new AgencyId(agency))).Select(part => part.Id.Value).Concat(scope.Units).ToHashSet() };
    }

    /// <summary>Who acts, for the journal; null when nobody is signed in.</summary>
    public Actor? Actor { get; }

    /// <summary>The account; null when nobody is signed in.</summary>
    public AccountId? AccountId { get; }

    /// <summary>The official; null for citizens and strangers.</summary>
    public PersonId? Person { get; }

    /// <summary>The post they act from now.</summary>
    public PostId? Post { get; }

    /// <summary>The unit of <see cref="Post"/>.</summary>
    public UnitId? Unit { get; }

    /// <summary>The agency of <see cref="Post"/>.</summary>
    public AgencyId? Agency { get; }

    /// <summary>Posts they may choose from today.</summary>
    public IReadOnlyList<HeldPost> Posts { get; } = [];

    /// <summary>Roles of the chosen post.</summary>
    public IReadOnlyList<PostRole> Roles { get; } = [];

    /// <summary>What of the work they may see.</summary>
    public WorkScope Scope { get; } = WorkScope.None;

    /// <summary>Signed in with a password that somebody else chose; nothing is open until it is changed.</summary>
    internal bool MustChangePassword { get; }

    /// <summary>Whether the chosen post has a role.</summary>
    public bool HasRole(PostRole role) => Roles.Contains(role);

    private static long? Number(ClaimsPrincipal user, string type) =>
        long.TryParse(user.FindFirstValue(type), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static WorkScope ScopeOf(PostRole role, Unit unit, PersonId person)
    {
        HashSet<long> agency = [unit.Agency.Value];
        HashSet<long> own = [unit.Id.Value];
        return role switch
        {
            PostRole.HomeAffairs or PostRole.Inspector => new(true, new HashSet<long>(), new HashSet<long>(), person.Value),
            PostRole.Leader or PostRole.OneStopOfficer or PostRole.Clerk => new(false, agency, own, person.Value),
            PostRole.Specialist or PostRole.HeadOfUnit => new(false, new HashSet<long>(), own, person.Value),
            // Keeping the system gives no sight of people's dossiers.
            PostRole.Administrator => new(false, new HashSet<long>(), new HashSet<long>(), person.Value),
        };
    }
}
