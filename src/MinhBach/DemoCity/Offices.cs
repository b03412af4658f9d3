using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.DemoCity;

/// <summary>Somebody at a desk, with the time until which they are busy.</summary>
internal sealed class Officer(Actor actor)
{
    public Actor Actor => actor;

    public Instant FreeAt { get; private set; } = Instant.MinValue;

    /// <summary>Queues a piece of work; answers when it is done.</summary>
    public Instant Take(WorkingCalendar calendar, Instant now, double minutes) =>
        FreeAt = calendar.Add(Instant.Max(now, FreeAt), WorkingDuration.FromSeconds(Math.Max(30, (long)(minutes * 60))));
}

/// <summary>Who works where. Of several people with one role, the one who is free first takes the work.</summary>
internal sealed class Offices(OrganizationMap map, LocalDate on)
{
    private readonly Dictionary<(long Unit, PostRole? Role), List<Officer>> known = [];
    private readonly Dictionary<long, Officer> byPost = [];

    /// <param name="agency">The agency; its leaders step in where a unit has nobody.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="role">Key of the role; null for whoever does the professional work.</param>
    /// <param name="except">A person who may not, because they did the work that is to be approved.</param>
    public Officer For(long agency, long unit, string? role, long? except = null)
    {
        PostRole? wanted = PostRoles.TryParse(role, out var parsed) ? parsed : PostRole.Specialist;
        return FreeFirst(In(unit, wanted), except)
            ?? FreeFirst(In(unit, PostRole.HeadOfUnit), except)
            ?? FreeFirst(Leaders(agency), except)
            ?? throw new InvalidOperationException($"Unit {unit} of agency {agency} has nobody for the role '{role}'.");
    }

    /// <summary>The people at the one-stop desk of an agency.</summary>
    public Officer AtTheDesk(AgencyId agency, string field) =>
        For(agency.Value, map.UnitFor(agency, UnitRules.OneStop, field, on)!.Id.Value, PostRoles.Key(PostRole.OneStopOfficer));

    private static Officer? FreeFirst(List<Officer> officers, long? except) =>
        officers.Where(officer => officer.Actor.PersonId != except).MinBy(officer => officer.FreeAt);

    private List<Officer> Leaders(long agency) =>
        [.. map.UnitsOf(new AgencyId(agency), on).SelectMany(unit => In(unit.Id.Value, PostRole.Leader))];

    private List<Officer> In(long unit, PostRole? role)
    {
        if (known.TryGetValue((unit, role), out var officers)) return officers;
        officers = [];
        foreach (var post in map.PostsOf(new UnitId(unit), on).Where(post => post.Role == role))
        {
            if (map.HolderOf(post.Id, on) is not { } person) continue;
            if (!byPost.TryGetValue(post.Id.Value, out var officer))
            {
                byPost[post.Id.Value] = officer = new(new Actor(
                    ActorKind.Official, person.Name, person.Id.Value, post.Id.Value, unit, map.Unit(new UnitId(unit)).Agency.Value));
            }

            officers.Add(officer);
        }

        return known[(unit, role)] = officers;
    }
}
