using System.Globalization;
using NodaTime;

namespace MinhBach.Organization.Starter;

/// <summary>Lays the starter organisation out: which agency has which units, posts and people. Touches nothing.</summary>
internal sealed class StarterPlan(StarterFile file, Func<long> nextId, Func<StarterPost, StarterPerson?>? fill)
{
    private readonly List<Agency> agencies = [];
    private readonly List<Unit> units = [];
    private readonly List<Post> posts = [];
    private readonly List<Person> people = [];
    private readonly List<Holding> holdings = [];

    public OrganizationData Lay(IReadOnlyList<StarterCommune> communes)
    {
        var city = Add(file.City.Code, file.City.Identifier, file.City.Name, AgencyLevel.City, null, []);
        foreach (var unit in file.CityUnits) Add(city, unit, unit.Name);
        foreach (var department in file.Departments) Lay(department, city.Id);
        foreach (var branch in file.Branches)
        {
            var parent = agencies.Find(agency => agency.Code == branch.Parent)!;
            var agency = Add(branch.Code, $"{parent.Identifier}.{branch.Code[2..]}", branch.Name, AgencyLevel.Branch, parent.Id, []);
            foreach (var unit in file.BranchUnits) Add(agency, unit, unit.Name);
        }

        // Demo numbering: the official identifiers of communes (QĐ 20/2020/QĐ-TTg, as amended) were not read.
        var number = 100;
        foreach (var commune in communes) Lay(commune, (++number).ToString(CultureInfo.InvariantCulture), city.Id);
        return new() { Agencies = agencies, Units = units, Posts = posts, People = people, Holdings = holdings };
    }

    /// <summary>The units of one new commune, for an import.</summary>
    public OrganizationData LayUnits(Agency commune)
    {
        AddCommuneUnits(commune, commune.Name.StartsWith("UBND phường", StringComparison.Ordinal));
        return new() { Units = units, Posts = posts, People = people, Holdings = holdings };
    }

    public static string NameOf(StarterCommune commune) => $"UBND {commune.Kind} {commune.Name}";

    private void Lay(StarterCommune commune, string number, AgencyId city)
    {
        var agency = Add(commune.Code, $"{file.City.Identifier}.{number}", NameOf(commune), AgencyLevel.Commune, city, []);
        AddCommuneUnits(agency, commune.Kind == "phường");
    }

    private void AddCommuneUnits(Agency agency, bool ward)
    {
        foreach (var unit in file.CommuneUnits) Add(agency, unit, ward ? unit.WardName ?? unit.Name : unit.Name);
    }

    private void Lay(StarterDepartment department, AgencyId city)
    {
        var fields = department.Rooms.SelectMany(room => room.Fields).ToList();
        var agency = Add(department.Code, department.Identifier, department.Name, AgencyLevel.Department, city, fields);
        foreach (var room in department.Rooms) Add(agency, new(room.Name, null, UnitKind.Processing, room.Fields, file.RoomPosts), room.Name);
        foreach (var unit in file.DepartmentUnits)
        {
            var named = unit.Posts.Select(post => post with
            {
                Name = post.Name.Replace("{head}", department.Head, StringComparison.Ordinal).Replace("{deputy}", department.Deputy, StringComparison.Ordinal),
            });
            Add(agency, unit with { Posts = [.. named] }, unit.Name);
        }
    }

    private Agency Add(string code, string identifier, string name, AgencyLevel level, AgencyId? parent, IReadOnlyList<string> fields)
    {
        var agency = new Agency(new(nextId()), code, identifier, name, level, parent, file.From, null, fields, null, null);
        agencies.Add(agency);
        return agency;
    }

    private void Add(Agency agency, StarterUnit template, string name)
    {
        var unit = new Unit(new(nextId()), agency.Id, name, template.Kind, null, template.Fields, file.From, null);
        units.Add(unit);
        var extra = file.ExtraPosts.Where(post => post.Agency == agency.Code && post.Unit == name).Select(post => new StarterPosts(post.Name, post.Role));
        foreach (var wanted in template.Posts.Concat(extra))
            for (var number = 1; number <= wanted.Count; number++) Add(agency, unit, wanted, number);
    }

    private void Add(Agency agency, Unit unit, StarterPosts wanted, int number)
    {
        var post = new Post(new(nextId()), unit.Id, wanted.Name, PostRoles.Parse(wanted.Role), file.From, null);
        posts.Add(post);
        if (fill?.Invoke(new(agency, unit, post, number)) is not { } found) return;
        var person = new Person(new(nextId()), found.Name, found.Phone, found.Email);
        people.Add(person);
        holdings.Add(new(post.Id, person.Id, file.From, null));
    }
}
