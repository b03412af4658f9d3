using MinhBach.Monitoring.History;
using MinhBach.Organization;
using NodaTime;

namespace MinhBach.Monitoring.Reminders;

/// <summary>
/// Whom a reminder reaches on a day: whoever has the step, then the head of the unit too, then the leader of the agency too. A step that
/// nobody has taken is the head's to give away, or everybody's in a unit without one; where there is no head, the leader stands in.
/// </summary>
internal sealed class Recipients(OrganizationMap map, LocalDate today)
{
    private readonly Dictionary<long, long[]> leaders = [];
    private readonly Dictionary<long, (long[] Heads, long[] All)> units = [];

    /// <summary>The persons, each once.</summary>
    public IEnumerable<long> Of(OpenStep step, int stage)
    {
        var (heads, _) = UnitOf(step.Unit);
        IEnumerable<long> people = OwnersOf(step);
        if (stage >= 1) people = people.Concat(heads.Length > 0 ? heads : LeadersOf(step.Agency));
        if (stage >= ReminderRule.LeaderStage) people = people.Concat(LeadersOf(step.Agency));
        return people.Distinct();
    }

    /// <summary>Whether a step is a person's own: theirs to do, or to give away.</summary>
    public bool Owns(long person, OpenStep step) => OwnersOf(step).Contains(person);

    private long[] OwnersOf(OpenStep step)
    {
        if (step.Person != 0) return [step.Person];
        var (heads, all) = UnitOf(step.Unit);
        return heads.Length > 0 ? heads : all;
    }

    private (long[] Heads, long[] All) UnitOf(long unit)
    {
        if (units.TryGetValue(unit, out var known)) return known;
        var posts = map.PostsOf(new UnitId(unit), today).ToList();
        return units[unit] = (HoldersOf(posts.Where(post => post.Role == PostRole.HeadOfUnit)), HoldersOf(posts));
    }

    private long[] LeadersOf(long agency)
    {
        if (leaders.TryGetValue(agency, out var known)) return known;
        return leaders[agency] = HoldersOf(map.UnitsOf(new AgencyId(agency), today).SelectMany(unit => map.PostsOf(unit.Id, today)).Where(post => post.Role == PostRole.Leader));
    }

    private long[] HoldersOf(IEnumerable<Post> posts) => [.. posts.Select(post => map.HolderOf(post.Id, today)).OfType<Person>().Select(person => person.Id.Value)];
}
