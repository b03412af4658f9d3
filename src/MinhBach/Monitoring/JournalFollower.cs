using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Monitoring;

/// <summary>
/// Follows the journal on this node, beside the lanes, and stores now and then what was made of it, so that no start has to read
/// much again. Every node follows by itself and comes to the same.
/// </summary>
internal abstract class JournalFollower(JournalWalk journal, JournalSignal signal, TimeProvider clock, ILogger log) : BackgroundService
{
    private const int StoredAfterEntries = 100_000;

    // Storing costs as much as reading some hundred thousand entries: on a long way it is done rarely.
    private const int StoredOnTheWay = 2_000_000;

    private static readonly Duration StoredAfter = Duration.FromMinutes(10);

    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim reading = new(1);
    private bool isLoaded;
    private int unstored;
    private Instant storedAt;

    /// <summary>How far the journal was taken.</summary>
    protected abstract JournalPosition Position { get; }

    /// <summary>Under load the entries of so long are taken together.</summary>
    protected abstract TimeSpan GatherTime { get; }

    /// <summary>Other nodes' commits ring no bell here: the journal is looked at so often anyway.</summary>
    protected abstract TimeSpan AtLatest { get; }

    /// <summary>Takes what was stored; the journal since then follows in the background. Unless this is asked for, the first reading does it.</summary>
    public Task LoadAsync(CancellationToken cancellation) => AloneAsync(() => TakeStoredAsync(cancellation), cancellation);

    /// <summary>Reads the journal to its end.</summary>
    public Task CatchUpAsync(CancellationToken cancellation = default) => AloneAsync(() => ReadOnAsync(cancellation), cancellation);

    /// <summary>Makes everything anew from the first entry, and stores it.</summary>
    public Task RebuildAsync(CancellationToken cancellation = default) => RebuildAsync(EntriesAfter(JournalPosition.Start, cancellation), cancellation);

    /// <summary>Makes everything anew, and stores it.</summary>
    /// <param name="entries">The journal from its first entry, as <see cref="JournalWalk"/> gives the <see cref="MonitoredEvents"/>.</param>
    /// <param name="cancellation">Stops.</param>
    public Task RebuildAsync(IAsyncEnumerable<IReadOnlyList<JournalEntry>> entries, CancellationToken cancellation) => AloneAsync(async () =>
    {
        await ForgetStoredAsync(cancellation);
        isLoaded = true;
        StartOver();
        await foreach (var page in entries) await TakeAsync(page, cancellation);
        // What was recorded since.
        await ReadOnAsync(cancellation);
        await SaveAsync(cancellation);
    }, cancellation);

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (unstored > 0) await TryAsync(() => AloneAsync(() => SaveAsync(cancellationToken), cancellationToken), cancellationToken);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        reading.Dispose();
        base.Dispose();
    }

    /// <summary>Takes what is stored, if this program can read it.</summary>
    protected abstract Task LoadStoredAsync(CancellationToken cancellation);

    /// <summary>Takes the next entries, which lie after <see cref="Position"/>.</summary>
    protected abstract Task TakeAsync(IReadOnlyList<JournalEntry> entries, CancellationToken cancellation);

    /// <summary>The journal was read to its end.</summary>
    protected abstract Task ArriveAsync(CancellationToken cancellation);

    /// <summary>Stores everything as of <see cref="Position"/>.</summary>
    protected abstract Task StoreAsync(CancellationToken cancellation);

    /// <summary>Throws away what is stored.</summary>
    protected abstract Task ForgetStoredAsync(CancellationToken cancellation);

    /// <summary>Throws away what is held: the journal is read from its first entry.</summary>
    protected abstract void StartOver();

    /// <summary>Throws away what is stored and cannot be read, where storing anew would not replace it.</summary>
    protected virtual Task ForgetSpoiltAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var seen = signal.Next;
            var went = await TryAsync(() => AloneAsync(FollowAsync, stoppingToken), stoppingToken);
            if (went) await Task.WhenAny(seen, Task.Delay(AtLatest, stoppingToken));
            await Task.Delay(went ? GatherTime : TryAgainAfter, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task FollowAsync()
        {
            await ReadOnAsync(stoppingToken);
            if (unstored >= StoredAfterEntries || (unstored > 0 && clock.Now() - storedAt >= StoredAfter)) await SaveAsync(stoppingToken);
        }
    }

    private async Task TakeStoredAsync(CancellationToken cancellation)
    {
        (unstored, storedAt) = (0, clock.Now());
        try
        {
            await LoadStoredAsync(cancellation);
        }
        catch (Exception spoilt) when (spoilt is InvalidDataException or EndOfStreamException or OverflowException or ArgumentException)
        {
            // It is worth nothing that the journal does not know: no reason to refuse to start.
            log.LogWarning(spoilt, "What was stored cannot be read; it is made anew from the journal.");
            StartOver();
            await ForgetSpoiltAsync(cancellation);
        }

        isLoaded = true;
    }

    private async Task ReadOnAsync(CancellationToken cancellation)
    {
        if (!isLoaded) await TakeStoredAsync(cancellation);
        await foreach (var page in EntriesAfter(Position, cancellation))
        {
            await TakeAsync(page, cancellation);
            unstored += page.Count;
            if (unstored >= StoredOnTheWay) await SaveAsync(cancellation);
        }

        await ArriveAsync(cancellation);
    }

    private IAsyncEnumerable<IReadOnlyList<JournalEntry>> EntriesAfter(JournalPosition position, CancellationToken cancellation) =>
        journal.AfterAsync(position, MonitoredEvents.Types, cancellation);

    private async Task SaveAsync(CancellationToken cancellation)
    {
        await StoreAsync(cancellation);
        (unstored, storedAt) = (0, clock.Now());
    }

    private async Task AloneAsync(Func<Task> work, CancellationToken cancellation)
    {
        await reading.WaitAsync(cancellation);
        try
        {
            await work();
        }
        finally
        {
            reading.Release();
        }
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
            log.LogError(failure, "The journal could not be followed; it is tried again in 5 seconds.");
            return false;
        }

        return true;
    }
}
