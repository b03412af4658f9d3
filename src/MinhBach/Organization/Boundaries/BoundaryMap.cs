using MinhBach.Kernel;

namespace MinhBach.Organization.Boundaries;

/// <summary>The areas of wards and communes in the memory of this node. Safe for many threads.</summary>
public sealed class BoundaryMap : INodeMemory
{
    private readonly CityDatabase database;
    private readonly OrganizationLookup organization;
    private BoundaryFile current = BoundaryFile.None;
    private (long Count, long Newest) read;
    private long version;

    /// <summary>Made by the application.</summary>
    public BoundaryMap(CityDatabase database, OrganizationLookup organization) => (this.database, this.organization) = (database, organization);

    /// <summary>What was brought in last.</summary>
    public BoundaryFile Current => Volatile.Read(ref current);

    /// <inheritdoc />
    public long Version => Volatile.Read(ref version);

    /// <inheritdoc />
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var asking = connection.CreateCommand();
        asking.CommandText = "SELECT count(*), coalesce(max(imported_at), 0) FROM organization_boundary";
        (long Count, long Newest) stored;
        await using (var answer = await asking.ExecuteReaderAsync(cancellation))
        {
            await answer.ReadAsync(cancellation);
            stored = (answer.GetInt64(0), answer.GetInt64(1));
        }

        if (stored == read) return;
        await using var reading = connection.CreateCommand();
        reading.CommandText = "SELECT agency_id, geometry FROM organization_boundary ORDER BY agency_id";
        var areas = new List<(string Code, string Geometry)>();
        await using (var rows = await reading.ExecuteReaderAsync(cancellation))
        {
            while (await rows.ReadAsync(cancellation))
            {
                if (organization.Current.FindAgency(new(rows.GetInt64(0))) is { } agency) areas.Add((agency.Code, rows.GetString(1)));
            }
        }

        Volatile.Write(ref current, BoundaryFile.Of(areas));
        read = stored;
        Interlocked.Increment(ref version);
    }
}
