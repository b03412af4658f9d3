using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;

namespace MinhBach.Monitoring;

/// <summary>Fills the shelf at start; on PostgreSQL it goes on to fetch what other nodes folded, every two seconds.</summary>
internal sealed class ShelfFiller(IServiceScopeFactory scopes, CityDatabase database, FactShelf shelf, ILogger<ShelfFiller> log) : BackgroundService
{
    // Not the shelf's own newest: this node may have put a later batch there before it saw an earlier one of another node.
    private long filledTo;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await FillAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database.Kind == DatabaseKind.Sqlite) return;
        using var ticks = new PeriodicTimer(TimeSpan.FromSeconds(2));
        while (await ticks.WaitForNextTickAsync(stoppingToken).AsTask().ContinueWith(tick => tick.IsCompletedSuccessfully && tick.Result, TaskScheduler.Default))
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

    private async Task FillAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<CityDb>().Set<FactRow>().Where(row => row.Change > filledTo).ToListAsync(cancellation);
        if (rows.Count == 0) return;
        shelf.Put(rows);
        filledTo = rows.Max(row => row.Change);
    }
}
