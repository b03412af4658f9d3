using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MinhBach.Kernel;

/// <summary>Feeds every consumer in the background: at once after a commit here, and every half second for other nodes' commits.</summary>
public sealed class JournalPump(IEnumerable<IJournalConsumer> consumers, JournalReader reader, WriteLanes lanes, JournalSignal signal, ILogger<JournalPump> log)
    : BackgroundService
{
    private const int EntriesAtOnce = 4000;

    // Under load many commits are folded together.
    private static readonly TimeSpan GatherTime = TimeSpan.FromMilliseconds(50);

    /// <summary>Feeds all consumers until they have read everything that is there now.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation = default)
    {
        foreach (var consumer in consumers) await CatchUpAsync(consumer, cancellation);
    }

    /// <summary>Makes one consumer start over from the first entry.</summary>
    public async Task RebuildAsync(IJournalConsumer consumer, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(consumer);
        await lanes.RunAsync(0, async session =>
        {
            await consumer.ForgetAsync(session, cancellation);
            await session.ForgetCursorAsync(consumer.Name);
            return true;
        }, cancellation);
        await CatchUpAsync(consumer, cancellation);
    }

    /// <summary>Feeds one consumer until it has read everything that is there now.</summary>
    public async Task CatchUpAsync(IJournalConsumer consumer, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(consumer);
        while (await FeedAsync(consumer, cancellation))
        {
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!consumers.Any()) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            var seen = signal.Next;
            try
            {
                await CatchUpAsync(stoppingToken);
                await Task.WhenAny(seen, Task.Delay(TimeSpan.FromMilliseconds(500), stoppingToken));
                await Task.Delay(GatherTime, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                log.LogError(failure, "A journal consumer failed; it is tried again in 5 seconds.");
                await Task.Delay(TimeSpan.FromSeconds(5), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // Read outside the lane, so that a long history holds up nobody; then the cursor is moved first, and whoever finds it
    // moved already reads again.
    private async Task<bool> FeedAsync(IJournalConsumer consumer, CancellationToken cancellation)
    {
        var position = await reader.CursorAsync(consumer.Name, cancellation);
        var entries = await reader.AfterAsync(position, EntriesAtOnce, cancellation);
        if (entries.Count == 0) return false;
        return await lanes.RunAsync(0, async session =>
        {
            if (!await session.MoveCursorAsync(consumer.Name, position, entries[^1].Position)) return true;
            await consumer.ConsumeAsync(entries, session, cancellation);
            return entries.Count == EntriesAtOnce;
        }, cancellation);
    }
}
