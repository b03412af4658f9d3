using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>Every few hours throws away the drafts that nobody touched for thirty days, with their files.</summary>
internal sealed class DraftSweeper(DraftStore drafts, FileShelf shelf, IServiceScopeFactory scopes, TimeProvider clock, ILogger<DraftSweeper> log)
    : RecurringWork(TimeSpan.FromHours(6), "Old drafts could not be swept.", log)
{
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

    /// <inheritdoc />
    protected override Task RoundAsync(CancellationToken stopping) => SweepAsync(stopping);
}
