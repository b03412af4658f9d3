using MinhBach.Organization;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>Whom work may be handed to: a unit of the agency as a whole, or somebody in it.</summary>
internal readonly record struct Receiver(UnitId Unit, PersonId? Person)
{
    public static Receiver? Read(string? text) => text?.Split(':') switch
    {
        [var unit, ""] when long.TryParse(unit, out var id) => new(new(id), null),
        [var unit, var person] when long.TryParse(unit, out var id) && long.TryParse(person, out var who) => new(new(id), new(who)),
        _ => null,
    };

    public override string ToString() => $"{Unit}:{Person}";

    /// <summary>Everybody and every unit of an agency, one's own unit first.</summary>
    public static IReadOnlyList<Choice> In(OrganizationMap map, AgencyId agency, UnitId? first, LocalDate on, Words words) =>
    [
        .. map.UnitsOf(agency, on).OrderByDescending(unit => unit.Id == first).SelectMany(unit => map.PostsOf(unit.Id, on)
            .SelectMany(post => map.HoldersOf(post.Id, on).Select(holder => (holder.Person, post.Name)))
            .DistinctBy(held => held.Person.Id)
            .Select(held => new Choice(new Receiver(unit.Id, held.Person.Id).ToString(), $"{held.Person.Name}, {held.Name}, {unit.Name}"))
            .Prepend(new Choice(new Receiver(unit.Id, null).ToString(), words["{0} (cả đơn vị)", unit.Name]))),
    ];
}
