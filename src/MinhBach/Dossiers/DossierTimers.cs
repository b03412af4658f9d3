using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Wakes dossiers whose timers are due, by the server's clock, every 15 seconds.</summary>
public sealed class DossierTimers(CityDatabase database, WakeDossier wake, TimeProvider clock, ILogger<DossierTimers> log)
    : RecurringWork(TimeSpan.FromSeconds(15), "Timers of dossiers could not be read.", log)
{
    private const int AtOnce = 500;

    /// <summary>Wakes what is due now, at most 500; answers how many.</summary>
    public async Task<int> WakeDueAsync(CancellationToken cancellation)
    {
        var due = await DueAsync(cancellation);
        foreach (var (id, timer) in due)
        {
            try
            {
                await wake.RunAsync(new(id), timer);
            }
            catch (Exception failure) when (failure is not (System.Data.Common.DbException or QueueFull or OperationCanceledException))
            {
                // One dossier that cannot be woken keeps no other waiting, and stops no city.
                log.LogError(failure, "Timer {Timer} of dossier {Dossier} could not fire.", timer, id);
            }
        }

        return due.Count;
    }

    /// <inheritdoc />
    protected override async Task RoundAsync(CancellationToken stopping)
    {
        while (await WakeDueAsync(stopping) == AtOnce)
        {
        }
    }

    private async Task<List<(long Id, int Timer)>> DueAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT dossier_id, timer FROM dossiers_timer WHERE due_at <= {clock.Now().ToUnixMicroseconds()} ORDER BY due_at LIMIT {AtOnce}";
        var due = new List<(long, int)>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) due.Add((reader.GetInt64(0), reader.GetInt32(1)));
        return due;
    }
}
