namespace MinhBach.Accounts;

/// <summary>What a signed-in person may see of the work; queries apply it, so that no list, search or export can forget it.</summary>
/// <param name="WholeCity">Everything.</param>
/// <param name="Agencies">Whole agencies, by id.</param>
/// <param name="Units">Single units, by id.</param>
/// <param name="PersonId">Their own tasks, wherever.</param>
public sealed record WorkScope(bool WholeCity, IReadOnlySet<long> Agencies, IReadOnlySet<long> Units, long? PersonId)
{
    /// <summary>All units whose work is in sight: the single ones, and those of the whole agencies.</summary>
    public IReadOnlySet<long> AllUnits { get; init; } = Units;

    /// <summary>Nothing.</summary>
    public static WorkScope None { get; } = new(false, System.Collections.Frozen.FrozenSet<long>.Empty, System.Collections.Frozen.FrozenSet<long>.Empty, null);

    /// <summary>Whether the work of a unit in an agency is in sight.</summary>
    public bool Sees(long agency, long unit) => WholeCity || Agencies.Contains(agency) || Units.Contains(unit);
}
