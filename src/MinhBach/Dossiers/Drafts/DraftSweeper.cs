using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>Every few hours throws away the drafts that nobody touched for thirty days, with their files.</summary>
internal sealed class DraftSweeper(DraftStore drafts, FileShelf shelf, IServiceScopeFactory scopes, TimeProvider clock, ILogger<DraftSweeper> log) : BackgroundService
{
    private static readonly Action<ILogger, Exception?> Failed =
        LoggerMessage.Define(LogLevel.Error, new EventId(1, "DraftsNotSwept"), "Old drafts could not be swept; the next round tries again.");

    /// <summary>One round; answers how many drafts went.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var before = clock.Now() - Duration.FromDays(DraftStore.KeptDays);
        await using var scope = scopes.CreateAsyncScope();
        var old = await scope.ServiceProvider.GetRequiredService<CityDb>().Set<DraftRow>()
            .Where(draft => draft.UpdatedAt < before).OrderBy(draft => draft.UpdatedAt).Select(draft => draft.Token).Take(1000).ToListAsync(cancellation);
        foreach (var token in old) await drafts.DiscardAsync(token, shelf.Discard);
        return old.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(TimeSpan.FromHours(6), clock);
        while (await rounds.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Failed(log, failure);
            }
        }
    }
}
