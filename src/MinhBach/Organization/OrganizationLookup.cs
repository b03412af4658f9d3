namespace MinhBach.Organization;

/// <summary>The organisation as it stands in the database: loaded at start, swapped after each committed change.</summary>
public sealed class OrganizationLookup
{
    private readonly Lock swapping = new();
    private OrganizationMap current = OrganizationMap.Empty;
    private long version;

    /// <summary>The newest committed map. Take it once per question, so that the answer is of one piece.</summary>
    public OrganizationMap Current => Volatile.Read(ref current);

    /// <summary>Whether this is the demo city, filled by the seeder with people who do not exist.</summary>
    public bool IsDemo { get; private set; }

    /// <summary>Whether there is any agency at all.</summary>
    public bool IsEmpty => Current.Agencies.Count == 0;

    /// <summary>Rises with every change.</summary>
    public long Version => Volatile.Read(ref version);

    /// <summary>Puts a map in place; for start-up, and for tests that build one.</summary>
    public void Replace(OrganizationMap map, bool demo = false)
    {
        ArgumentNullException.ThrowIfNull(map);
        lock (swapping)
        {
            IsDemo = demo;
            Volatile.Write(ref current, map);
            version++;
        }
    }

    // Two changes may commit together, each decided on the map before both: both are put onto whatever stands now.
    internal void Apply(OrganizationData put, bool? demo = null)
    {
        lock (swapping)
        {
            IsDemo = demo ?? IsDemo;
            Volatile.Write(ref current, new(current.Data.With(put)));
            version++;
        }
    }
}
