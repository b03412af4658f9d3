using NodaTime;

namespace MinhBach.Organization;

/// <summary>Somebody who may act from a post on a day.</summary>
/// <param name="Person">Who.</param>
/// <param name="OnBehalfOf">The holder whose power is lent; null for the holder themself, or when the post is vacant.</param>
/// <param name="Lent">How it was lent; null for the holder themself.</param>
public sealed record PostHolder(Person Person, Person? OnBehalfOf, DelegationKind? Lent);

/// <summary>A post that a person may act from on a day.</summary>
/// <param name="Post">The post.</param>
/// <param name="OnBehalfOf">The holder whose power is lent; null for an own post, or when the post is vacant.</param>
/// <param name="Lent">How it was lent; null for an own post.</param>
public sealed record HeldPost(Post Post, Person? OnBehalfOf, DelegationKind? Lent);

public sealed partial class OrganizationMap
{
    /// <summary>Who may act from a post on a day: its holders first, then delegates and substitutes.</summary>
    public IReadOnlyList<PostHolder> HoldersOf(PostId post, LocalDate on)
    {
        var holder = HolderOf(post, on);
        return
        [
            .. holdingsOf[post].Where(holding => holding.Holds(on)).Select(holding => new PostHolder(people[holding.Person], null, null)),
            .. delegationsOf[post].Where(delegation => delegation.Holds(on)).Select(delegation => new PostHolder(people[delegation.To], holder, delegation.Kind)),
        ];
    }

    /// <summary>The holder of a post on a day, without delegates; null when it is vacant.</summary>
    public Person? HolderOf(PostId post, LocalDate on) =>
        holdingsOf[post].FirstOrDefault(holding => holding.Holds(on)) is { } holding ? people[holding.Person] : null;

    /// <summary>Posts a person may act from on a day: own ones first, then those lent to them.</summary>
    public IReadOnlyList<HeldPost> PostsOf(PersonId person, LocalDate on) =>
    [
        .. holdingsBy[person].Where(holding => holding.Holds(on) && Stands(holding.Post, on)).Select(holding => new HeldPost(posts[holding.Post], null, null)),
        .. delegationsTo[person].Where(delegation => delegation.Holds(on) && Stands(delegation.Post, on))
            .Select(delegation => new HeldPost(posts[delegation.Post], HolderOf(delegation.Post, on), delegation.Kind)),
    ];

    /// <summary>Everybody who ever held a post, oldest first.</summary>
    public IEnumerable<Holding> HoldingsOf(PostId post) => holdingsOf[post].OrderBy(holding => holding.From);

    /// <summary>Every delegation and substitution of a post, oldest first.</summary>
    public IEnumerable<Delegation> DelegationsOf(PostId post) => delegationsOf[post].OrderBy(delegation => delegation.From);

    // A post ends with its unit, and its unit with its agency, without anybody editing it.
    private bool Stands(PostId id, LocalDate on)
    {
        var post = posts[id];
        var unit = units[post.Unit];
        return post.Stands(on) && unit.Stands(on) && agencies[unit.Agency].Stands(on);
    }
}
