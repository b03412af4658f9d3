using MinhBach.Kernel;

namespace MinhBach.Organization;

/// <summary>On PostgreSQL asks every two seconds whether another node changed the organisation, and reads it anew: who lost a post has to lose its rights on every node.</summary>
internal sealed class FollowOrganization(CityDatabase database, OrganizationLoader loader, WriteLanes lanes, ILogger<FollowOrganization> log) : BackgroundService
{
    private long known = -1;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database.Kind == DatabaseKind.Sqlite) return;
        using var ticks = new PeriodicTimer(TimeSpan.FromSeconds(2));
        while (await ticks.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            // Read while another node writes, it may not even fit together; the next look is two seconds away.
            catch (Exception failure) when (failure is not OutOfMemoryException && !stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "The organisation could not be read again; it is tried again.");
            }
        }
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        // Asked before reading: what is committed in between is seen the next time.
        var newest = await NewestAsync(cancellation);
        if (newest == known) return;
        await lanes.RunAsync(
            OrganizationWork.Lane,
            async _ =>
            {
                // In the lane of this node's own changes, so that none of them is replaced by what was read before it.
                await loader.LoadAsync(CancellationToken.None);
                return true;
            },
            cancellation);
        known = newest;
    }

    private async Task<long> NewestAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT last_sequence FROM organization_state WHERE id = 1";
        return await command.ExecuteScalarAsync(cancellation) is long newest ? newest : 0;
    }
}
