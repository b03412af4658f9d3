using MinhBach.Organization;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>Who has a step now. While nobody took it, the head of the unit answers for it.</summary>
internal sealed record Holder(StepView Step, string Agency, string Unit, string? Post, string? Name, string? Phone, bool IsHead)
{
    public static Holder Of(StepView step, OrganizationMap map, LocalDate on)
    {
        var unit = map.FindUnit(new UnitId(step.Unit));
        var agency = map.FindAgency(new AgencyId(step.Agency));
        if (step.Person is { } id && map.FindPerson(new PersonId(id)) is { } person)
        {
            var held = map.PostsOf(person.Id, on).FirstOrDefault(post => post.Post.Unit.Value == step.Unit)?.Post;
            return new(step, agency?.Name ?? "–", unit?.Name ?? "–", held?.Name, person.Name, person.Phone ?? unit?.Phone ?? agency?.Phone, IsHead: false);
        }

        var head = unit is null ? null : HeadOf(unit, map, on);
        return new(step, agency?.Name ?? "–", unit?.Name ?? "–", head?.Post.Name, head?.Person.Name, head?.Person.Phone ?? unit?.Phone ?? agency?.Phone, IsHead: true);
    }

    private static (Post Post, Person Person)? HeadOf(Unit unit, OrganizationMap map, LocalDate on)
    {
        foreach (var post in map.PostsOf(unit.Id, on).OrderBy(post => post.Role is PostRole.HeadOfUnit or PostRole.Leader ? 0 : 1))
        {
            foreach (var holder in map.HoldersOf(post.Id, on)) return (post, holder.Person);
        }

        return null;
    }
}
