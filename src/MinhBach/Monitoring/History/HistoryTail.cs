using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Monitoring.History;

/// <summary>Follows the journal on this node and stores the history now and then, so that no start has to fold much again.</summary>
internal sealed class HistoryTail(HistoryShelf shelf, HistoryStore store, JournalReader reader, JournalSignal signal, TimeProvider clock, ILogger<HistoryTail> log)
    : BackgroundService
{
    private const int EntriesAtOnce = 4_000;
    private const int StoredAfterEntries = 100_000;

    private static readonly Duration StoredAfter = Duration.FromMinutes(10);

    // Under load many commits are folded together.
    private static readonly TimeSpan GatherTime = TimeSpan.FromMilliseconds(200);
    // Other nodes' commits ring no bell here.
    private static readonly TimeSpan AtLatest = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim reading = new(1);
    private int unstored;
    private Instant storedAt;

    /// <summary>Takes what was stored; the journal since then follows in the background.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        storedAt = clock.Now();
        try
        {
            await store.LoadAsync(shelf, cancellation);
        }
        catch (Exception spoilt) when (spoilt is InvalidDataException or EndOfStreamException or OverflowException or ArgumentException)
        {
            // It is worth nothing that the journal does not know: no reason to refuse to start.
            log.LogWarning(spoilt, "The stored history cannot be read; it is made anew from the journal.");
            await store.ForgetAsync(cancellation);
        }
    }

    /// <summary>Reads the journal to its end.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation = default)
    {
        await reading.WaitAsync(cancellation);
        try
        {
            while (true)
            {
                var entries = await reader.AfterAsync(shelf.Position, EntriesAtOnce, cancellation);
                shelf.Take(entries);
                unstored += entries.Count;
                if (entries.Count < EntriesAtOnce)
                {
                    shelf.Arrive();
                    return;
                }

                if (unstored >= StoredAfterEntries) await StoreAsync(cancellation);
            }
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>Folds the whole journal anew and stores the outcome.</summary>
    public async Task RebuildAsync(CancellationToken cancellation = default)
    {
        await store.ForgetAsync(cancellation);
        shelf.Forget();
        await CatchUpAsync(cancellation);
        await StoreAsync(cancellation);
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (unstored > 0) await TryAsync(() => StoreAsync(cancellationToken), cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var seen = signal.Next;
            var went = await TryAsync(FollowAsync, stoppingToken);
            if (went) await Task.WhenAny(seen, Task.Delay(AtLatest, stoppingToken));
            await Task.Delay(went ? GatherTime : TryAgainAfter, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task FollowAsync()
        {
            await CatchUpAsync(stoppingToken);
            if (unstored >= StoredAfterEntries || (unstored > 0 && clock.Now() - storedAt >= StoredAfter)) await StoreAsync(stoppingToken);
        }
    }

    private async Task StoreAsync(CancellationToken cancellation)
    {
        await store.SaveAsync(shelf.Snapshot(), cancellation);
        (unstored, storedAt) = (0, clock.Now());
    }

    // Whatever fails here, an unreadable entry or a database that is away, must not end the program.
    private async Task<bool> TryAsync(Func<Task> work, CancellationToken stopping)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            if (stopping.IsCancellationRequested) return true;
            log.LogError(failure, "The history could not be brought up to date; it is tried again in 5 seconds.");
            return false;
        }

        return true;
    }
}
