using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MinhBach.Kernel;

/// <summary>Keeps this node's memory up with the other nodes on the same PostgreSQL. A SQLite file has one process alone.</summary>
internal sealed class NodeRefresh(CityDatabase database, IEnumerable<INodeMemory> memories, ILogger<NodeRefresh> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database.Kind == DatabaseKind.Sqlite) return;
        using var ticks = new PeriodicTimer(Interval);
        while (await ticks.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var memory in memories) await RefreshAsync(memory, stoppingToken);
        }
    }

    private async Task RefreshAsync(INodeMemory memory, CancellationToken stopping)
    {
        try
        {
            await memory.RefreshAsync(stopping);
        }
        catch (Exception failure) when (failure is DbException or InvalidOperationException && !stopping.IsCancellationRequested)
        {
            log.LogError(failure, "What other nodes changed could not be read into {Memory}; it is tried again.", memory.GetType().Name);
        }
    }
}
