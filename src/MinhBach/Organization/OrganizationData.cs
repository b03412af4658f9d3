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
}
