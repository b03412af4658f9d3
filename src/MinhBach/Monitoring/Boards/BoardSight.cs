using MinhBach.Accounts;
using MinhBach.Kernel;
using MinhBach.Organization;

namespace MinhBach.Monitoring.Boards;

/// <summary>
/// Who may see a person's work on a board: that person, the head of a unit where they hold a post, the leader of its agency,
/// and those who oversee the city. Everybody else sees units and agencies.
/// </summary>
internal sealed class BoardSight(CurrentUser user, OrganizationLookup organization, TimeProvider clock)
{
    /// <summary>The boards nearest to the asker: their own, their unit's, their agency's; none for who is no official.</summary>
    public IEnumerable<(string Sentence, BoardSubject Subject)> Nearest()
    {
        if (user.Person is { } me) yield return ("Công việc của tôi", new(BoardKind.Person, me.Value));
        if (user.Unit is { } unit) yield return ("Đơn vị của tôi", new(BoardKind.Unit, unit.Value));
        if (user.Agency is { } agency) yield return ("Cơ quan của tôi", new(BoardKind.Agency, agency.Value));
    }

    /// <summary>Whether the asker may see what looks like figures made better than the work.</summary>
    public bool SeesIntegrity => user.Scope.WholeCity || user.HasRole(PostRole.Leader) || user.HasRole(PostRole.HeadOfUnit);

    /// <summary>Whether the asker may see the board of a person.</summary>
    public bool SeesPerson(long person) =>
        user.Person?.Value == person || user.Scope.WholeCity || organization.Current.PostsOf(new PersonId(person), clock.Today()).Any(held => SeesPeopleOf(organization.Current.Unit(held.Post.Unit)));

    /// <summary>Whether the asker may see who does what in a unit.</summary>
    public bool SeesPeopleOf(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return user.Scope.WholeCity
            || (user.HasRole(PostRole.Leader) && user.Agency == unit.Agency)
            || (user.HasRole(PostRole.HeadOfUnit) && user.Unit == unit.Id);
    }

    /// <summary>Whether the asker may open a dossier that lies with a unit, and read its code.</summary>
    public bool SeesDossiers(long agency, long unit, long person) => user.Scope.Sees(agency, unit) || (person != 0 && user.Person?.Value == person);
}
