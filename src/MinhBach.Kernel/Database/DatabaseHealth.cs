using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MinhBach.Kernel;

/// <summary>Whether the database works: known from every commit, and asked every two seconds while nobody writes or nothing works.</summary>
public sealed class DatabaseHealth(CityDatabase database, ILogger<DatabaseHealth> log)
{
    private volatile bool isUp = true;

    /// <summary>False from the first failure on until something works again.</summary>
    public bool IsUp => isUp;

    internal void Worked()
    {
        if (isUp) return;
        isUp = true;
        // Whatever rested in the pool meanwhile belongs to a server that is gone.
        database.ForgetConnections();
        log.LogWarning("The database works again.");
    }

    internal void Failed(Exception failure)
    {
        if (!isUp || !DatabaseTrouble.IsUnavailable(failure)) return;
        isUp = false;
        database.ForgetConnections();
        log.LogError(failure, "The database does not work; it is tried again every two seconds. Nothing that was acknowledged is lost.");
    }

    internal async Task AskAsync(WriteLanes lanes, CancellationToken cancellation)
    {
        // A file does not go away by itself, and may not even be there while the city is prepared.
        if (isUp && database.Kind == DatabaseKind.Sqlite) return;
        try
        {
            await using (var connection = await database.OpenAsync(cancellation))
            {
                await using var command = connection.CreateCommand();
                command.CommandText = "SELECT 1";
                await command.ExecuteScalarAsync(cancellation);
            }

            // A disk that is full still answers questions: only a write shows that writing works again.
            if (!isUp) await lanes.ProbeAsync();
            Worked();
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
        {
            Failed(failure);
        }
    }
}

/// <summary>Asks.</summary>
internal sealed class DatabaseWatch(DatabaseHealth health, WriteLanes lanes) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Interval);
        while (await ticks.WaitForNextTickAsync(stoppingToken)) await health.AskAsync(lanes, stoppingToken);
    }
}
