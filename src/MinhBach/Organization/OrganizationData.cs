namespace MinhBach.Organization;

/// <summary>Everything the organisation consists of, as plain lists.</summary>
public sealed record OrganizationData
{
    public IReadOnlyList<Agency> Agencies { get; init; } = [];

    public IReadOnlyList<Unit> Units { get; init; } = [];

    public IReadOnlyList<Post> Posts { get; init; } = [];

    public IReadOnlyList<Person> People { get; init; } = [];

    public IReadOnlyList<Holding> Holdings { get; init; } = [];

    public IReadOnlyList<Delegation> Delegations { get; init; } = [];

    public IReadOnlyList<Succession> Successions { get; init; } = [];

    /// <summary>The same with everything in <paramref name="put"/> added, or in place of what had the same key.</summary>
    internal OrganizationData With(OrganizationData put) => new()
    {
        Agencies = Merge(Agencies, put.Agencies, agency => agency.Id),
        Units = Merge(Units, put.Units, unit => unit.Id),
        Posts = Merge(Posts, put.Posts, post => post.Id),
        People = Merge(People, put.People, person => person.Id),
        Holdings = Merge(Holdings, put.Holdings, holding => (holding.Post, holding.Person, holding.From)),
        Delegations = Merge(Delegations, put.Delegations, delegation => delegation.Id),
        Successions = Merge(Successions, put.Successions, succession => (succession.From, succession.To)),
    };

    private static IReadOnlyList<T> Merge<T, TKey>(IReadOnlyList<T> old, IReadOnlyList<T> put, Func<T, TKey> key)
        where TKey : notnull
    {
        if (put.Count == 0) return old;
        var replaced = put.ToDictionary(key);
        var merged = new List<T>(old.Count + put.Count);
        foreach (var item in old) merged.Add(replaced.Remove(key(item), out var newer) ? newer : item);
        merged.AddRange(put.Where(item => replaced.ContainsKey(key(item))));
        return merged;
    }
}
