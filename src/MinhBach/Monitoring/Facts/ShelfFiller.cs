using MinhBach.Kernel;

namespace MinhBach.Monitoring;

/// <summary>Fills the shelf before the city opens; on PostgreSQL it goes on to fetch what other nodes folded, every two seconds.</summary>
internal sealed class ShelfFiller(CityDatabase database, FactShelf shelf, ILogger<ShelfFiller> log) : BackgroundService
{
    // Not the shelf's own newest: this node may have put a later batch there before it saw an earlier one of another node.
    private long filledTo;

    /// <summary>Puts onto the shelf what was folded since the last time.</summary>
    public async Task FillAsync(CancellationToken cancellation)
    {
        var rows = await FactStore.AfterAsync(database, filledTo, cancellation);
        if (rows.Count == 0) return;
        shelf.Put(rows);
        filledTo = rows.Max(row => row.Change);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database.Kind == DatabaseKind.Sqlite) return;
        using var ticks = new PeriodicTimer(TimeSpan.FromSeconds(2));
        while (await ticks.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await FillAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is System.Data.Common.DbException or InvalidOperationException)
            {
                log.LogError(failure, "The facts of other nodes could not be read; they are tried again.");
            }
        }
    }
}
