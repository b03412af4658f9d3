using NodaTime;

namespace MinhBach.Organization;

/// <summary>Draws a map in memory: <c>builder.Commune("00004", "Phường Ba Đình")</c> with all its units, posts and people.</summary>
/// <param name="from">First day of everything drawn.</param>
public sealed class OrganizationMapBuilder(LocalDate from)
{
    private readonly List<Agency> agencies = [];
    private readonly List<Unit> units = [];
    private readonly List<Post> posts = [];
    private readonly List<Person> people = [];
    private readonly List<Holding> holdings = [];
    private readonly List<Delegation> delegations = [];
    private readonly List<Succession> successions = [];
    private long last;

    /// <summary>Draws an agency without units.</summary>
    public AgencyId Agency(string code, string name, AgencyLevel level, AgencyId? parent = null, string? identifier = null, params string[] fields)
    {
        var id = new AgencyId(++last);
        agencies.Add(new(id, code, identifier ?? "H26." + code, name, level, parent, from, null, fields, null, null));
        return id;
    }

    /// <summary>Draws a unit.</summary>
    public UnitId Unit(AgencyId agency, string name, UnitKind kind, params string[] fields)
    {
        var id = new UnitId(++last);
        units.Add(new(id, agency, name, kind, null, fields, from, null));
        return id;
    }

    /// <summary>Draws a post.</summary>
    public PostId Post(UnitId unit, string name, PostRole role)
    {
        var id = new PostId(++last);
        posts.Add(new(id, unit, name, role, from, null));
        return id;
    }

    /// <summary>Draws a person.</summary>
    public PersonId Person(string name, string? phone = null)
    {
        var id = new PersonId(++last);
        people.Add(new(id, name, phone, null));
        return id;
    }

    /// <summary>Draws a post and the person who holds it.</summary>
    public PersonId Official(UnitId unit, PostRole role, string name)
    {
        var person = Person(name);
        Hold(Post(unit, PostRoles.Name(role), role), person);
        return person;
    }

    /// <summary>Lets a person hold a post.</summary>
    public OrganizationMapBuilder Hold(PostId post, PersonId person, LocalDate? since = null, LocalDate? to = null)
    {
        holdings.Add(new(post, person, since ?? from, to));
        return this;
    }

    /// <summary>Lends a post.</summary>
    public OrganizationMapBuilder Lend(PostId post, PersonId person, DelegationKind kind, LocalDate since, LocalDate? until = null)
    {
        delegations.Add(new(++last, post, person, since, until, kind, "Quyết định"));
        return this;
    }

    /// <summary>Lets an agency take over from another.</summary>
    public OrganizationMapBuilder Succeed(AgencyId old, AgencyId next, LocalDate on, bool part = false)
    {
        successions.Add(new(old, next, on, part, "Nghị quyết"));
        return this;
    }

    /// <summary>Draws a ward or commune with its one-stop desk, two working units, clerks and leaders, one person each.</summary>
    public AgencyId Commune(string code, string name, AgencyId? parent = null, params string[] fields)
    {
        var agency = Agency(code, name, AgencyLevel.Commune, parent);
        Staff(agency, name, fields);
        return agency;
    }

    /// <summary>Draws a department that answers for fields, staffed like a commune.</summary>
    public AgencyId Department(string code, string name, AgencyId? parent = null, params string[] fields)
    {
        var agency = Agency(code, name, AgencyLevel.Department, parent, null, fields);
        Staff(agency, name, fields);
        return agency;
    }

    /// <summary>The map drawn so far.</summary>
    public OrganizationMap Build() => new(new OrganizationData
    {
        Agencies = [.. agencies],
        Units = [.. units],
        Posts = [.. posts],
        People = [.. people],
        Holdings = [.. holdings],
        Delegations = [.. delegations],
        Successions = [.. successions],
    });

    private void Staff(AgencyId agency, string name, string[] fields)
    {
        Official(Unit(agency, "Bộ phận một cửa", UnitKind.OneStop), PostRole.OneStopOfficer, "Cán bộ một cửa " + name);
        var work = Unit(agency, "Phòng chuyên môn", UnitKind.Processing, fields);
        Official(work, PostRole.Specialist, "Chuyên viên " + name);
        Official(work, PostRole.HeadOfUnit, "Trưởng phòng " + name);
        Official(Unit(agency, "Văn phòng", UnitKind.Clerical), PostRole.Clerk, "Văn thư " + name);
        Official(Unit(agency, "Lãnh đạo", UnitKind.Leadership), PostRole.Leader, "Lãnh đạo " + name);
    }
}
