using MinhBach.Kernel;

namespace MinhBach.Organization.Starter;

/// <summary>A post of the starter organisation that waits for its holder.</summary>
/// <param name="Agency">Its agency.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Post">The post.</param>
/// <param name="Number">1, 2 … among the posts of one name in the unit.</param>
public sealed record StarterPost(Agency Agency, Unit Unit, Post Post, int Number);

/// <summary>Who is to hold it.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Phone">Telephone at work.</param>
/// <param name="Email">E-mail at work.</param>
public sealed record StarterPerson(string Name, string? Phone = null, string? Email = null);

/// <summary>
/// Fills an empty database with the starter organisation of Hà Nội: the city, its departments and the 126 wards and communes
/// of 1/7/2025. The same every time for the same people.
/// </summary>
public sealed class OrganizationSeeder
{
    private readonly WriteLanes lanes;
    private readonly OrganizationLookup lookup;

    /// <summary>Made by the application.</summary>
    public OrganizationSeeder(WriteLanes lanes, OrganizationLookup lookup) => (this.lanes, this.lookup) = (lanes, lookup);

    /// <summary>Fills the database in one transaction; does nothing when there is an agency already.</summary>
    /// <param name="fill">Names the holder of each post; null leaves all posts vacant, as a real installation wants.</param>
    /// <param name="demo">Marks the database as a demo city.</param>
    /// <param name="cancellation">Checked before queueing.</param>
    /// <returns>Whether anything was written.</returns>
    public Task<bool> SeedAsync(Func<StarterPost, StarterPerson?>? fill, bool demo, CancellationToken cancellation = default) =>
        lanes.RunAsync(1, session => SeedAsync(session, fill, demo), cancellation);

    private async ValueTask<bool> SeedAsync(WriteSession session, Func<StarterPost, StarterPerson?>? fill, bool demo)
    {
        var any = await session.Sql("SELECT count(*) FROM organization_agency").FirstAsync(row => row.GetInt64(0));
        if (any > 0) return false;

        // Laid out twice: once to count, so that all ids are at hand when it is laid out for good.
        var file = StarterFile.Hanoi();
        var communes = StarterFile.Communes();
        var needed = 0L;
        new StarterPlan(file, () => ++needed, fill is null ? null : _ => new("")).Lay(communes);
        var ids = new Queue<long>();
        while (ids.Count < needed) ids.Enqueue(await session.NextIdAsync());

        var data = new StarterPlan(file, ids.Dequeue, fill).Lay(communes);
        var writer = new OrganizationWriter(session, OrganizationMap.Empty);
        await writer.PutAsync(data);
        await writer.JournalAsync(
            new OrganizationFounded(data.Agencies.Count, data.Units.Count, data.Posts.Count, data.People.Count, demo), Actor.System, demo);
        session.OnCommitted(() => lookup.Apply(data, demo));
        return true;
    }
}
