using System.Collections.Frozen;
using NodaTime;

namespace MinhBach.Organization;

/// <summary>
/// The whole organisation at one moment of editing, with its past and its announced future: immutable, answered from
/// memory. Questions about a day take the day.
/// </summary>
public sealed partial class OrganizationMap
{
    private readonly FrozenDictionary<AgencyId, Agency> agencies;
    private readonly FrozenDictionary<UnitId, Unit> units;
    private readonly FrozenDictionary<PostId, Post> posts;
    private readonly FrozenDictionary<PersonId, Person> people;
    private readonly FrozenDictionary<string, Agency> agencyByCode;
    private readonly ILookup<AgencyId, Agency> children;
    private readonly ILookup<AgencyId, Unit> unitsOf;
    private readonly ILookup<UnitId, Post> postsOf;
    private readonly ILookup<PostId, Holding> holdingsOf;
    private readonly ILookup<PersonId, Holding> holdingsBy;
    private readonly ILookup<PostId, Delegation> delegationsOf;
    private readonly ILookup<PersonId, Delegation> delegationsTo;

    /// <summary>Lays out the map.</summary>
    public OrganizationMap(OrganizationData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        Data = data;
        agencies = data.Agencies.ToFrozenDictionary(agency => agency.Id);
        units = data.Units.ToFrozenDictionary(unit => unit.Id);
        posts = data.Posts.ToFrozenDictionary(post => post.Id);
        people = data.People.ToFrozenDictionary(person => person.Id);
        // A code may have been borne by an agency that ended; the newest bearer answers to it.
        agencyByCode = data.Agencies.GroupBy(agency => agency.Code, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.MaxBy(agency => agency.From)!, StringComparer.Ordinal);
        children = data.Agencies.Where(agency => agency.Parent is not null).ToLookup(agency => agency.Parent!.Value);
        unitsOf = data.Units.ToLookup(unit => unit.Agency);
        postsOf = data.Posts.ToLookup(post => post.Unit);
        holdingsOf = data.Holdings.ToLookup(holding => holding.Post);
        holdingsBy = data.Holdings.ToLookup(holding => holding.Person);
        delegationsOf = data.Delegations.ToLookup(delegation => delegation.Post);
        delegationsTo = data.Delegations.ToLookup(delegation => delegation.To);
        IndexFields();
    }

    /// <summary>No agency, nobody.</summary>
    public static OrganizationMap Empty { get; } = new(new OrganizationData());

    /// <summary>The plain lists behind the map.</summary>
    public OrganizationData Data { get; }

    /// <summary>All agencies, those that ended too.</summary>
    public IReadOnlyList<Agency> Agencies => Data.Agencies;

    /// <summary>The agency of an id.</summary>
    /// <exception cref="KeyNotFoundException">No such agency.</exception>
    public Agency Agency(AgencyId id) => agencies[id];

    /// <summary>The agency of an id, if there is one.</summary>
    public Agency? FindAgency(AgencyId id) => agencies.GetValueOrDefault(id);

    /// <summary>The agency of an official code, if there is one.</summary>
    public Agency? AgencyByCode(string code) => agencyByCode.GetValueOrDefault(code);

    /// <summary>The unit of an id.</summary>
    /// <exception cref="KeyNotFoundException">No such unit.</exception>
    public Unit Unit(UnitId id) => units[id];

    /// <summary>The unit of an id, if there is one.</summary>
    public Unit? FindUnit(UnitId id) => units.GetValueOrDefault(id);

    /// <summary>The post of an id.</summary>
    /// <exception cref="KeyNotFoundException">No such post.</exception>
    public Post Post(PostId id) => posts[id];

    /// <summary>The post of an id, if there is one.</summary>
    public Post? FindPost(PostId id) => posts.GetValueOrDefault(id);

    /// <summary>The person of an id.</summary>
    /// <exception cref="KeyNotFoundException">No such person.</exception>
    public Person Person(PersonId id) => people[id];

    /// <summary>The person of an id, if there is one.</summary>
    public Person? FindPerson(PersonId id) => people.GetValueOrDefault(id);

    /// <summary>Agencies directly below one, those that ended too.</summary>
    public IEnumerable<Agency> Children(AgencyId id) => children[id];

    /// <summary>Units of an agency that stand on a day.</summary>
    public IEnumerable<Unit> UnitsOf(AgencyId agency, LocalDate on) => unitsOf[agency].Where(unit => unit.Stands(on));

    /// <summary>All units an agency ever had.</summary>
    public IEnumerable<Unit> UnitsOf(AgencyId agency) => unitsOf[agency];

    /// <summary>Posts of a unit that stand on a day.</summary>
    public IEnumerable<Post> PostsOf(UnitId unit, LocalDate on) => postsOf[unit].Where(post => post.Stands(on));

    /// <summary>The agencies that took over from one, with how and when.</summary>
    public IEnumerable<Succession> SuccessorsOf(AgencyId agency) => Data.Successions.Where(succession => succession.From == agency);

    /// <summary>The agencies that one took over from, with how and when.</summary>
    public IEnumerable<Succession> PredecessorsOf(AgencyId agency) => Data.Successions.Where(succession => succession.To == agency);
}
