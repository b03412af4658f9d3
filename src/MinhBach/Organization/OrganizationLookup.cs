namespace MinhBach.Organization;

/// <summary>The organisation as it stands in the database: loaded at start, swapped after each committed change.</summary>
public sealed class OrganizationLookup
{
    private OrganizationMap current = OrganizationMap.Empty;

    /// <summary>The newest committed map. Take it once per question, so that the answer is of one piece.</summary>
    public OrganizationMap Current => Volatile.Read(ref current);

    /// <summary>Puts a map in place; for start-up, and for tests that build one.</summary>
    public void Replace(OrganizationMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        Volatile.Write(ref current, map);
    }
}
