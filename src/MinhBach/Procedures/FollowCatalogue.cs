using MinhBach.Kernel;

namespace MinhBach.Procedures;

/// <summary>On PostgreSQL asks every two seconds whether another node published procedures, and adds them: a dossier that pins one may arrive here.</summary>
internal sealed class FollowCatalogue(CityDatabase database, VersionStore store, ProcedureCatalog catalog, ILogger<FollowCatalogue> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database.Kind == DatabaseKind.Sqlite) return;
        using var ticks = new PeriodicTimer(TimeSpan.FromSeconds(2));
        while (await ticks.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                // Versions are only ever added.
                if (await CountAsync(stoppingToken) != catalog.Count) catalog.Add(await store.AllAsync(stoppingToken));
            }
            catch (Exception failure) when (failure is not OutOfMemoryException && !stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "The catalogue could not be read again; it is tried again.");
            }
        }
    }

    private async Task<long> CountAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM procedures_version";
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
