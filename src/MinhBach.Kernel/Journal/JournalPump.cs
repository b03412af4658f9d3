using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MinhBach.Kernel;

/// <summary>Feeds every consumer in the background: at once after a commit here, and every half second for other nodes' commits.</summary>
public sealed class JournalPump(IEnumerable<IJournalConsumer> consumers, JournalReader reader, WriteLanes lanes, JournalSignal signal, ILogger<JournalPump> log)
    : BackgroundService
{
    private const int EntriesAtOnce = 4000;

    /// <summary>Feeds all consumers until they have read everything that is there now.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation = default)
    {
        foreach (var consumer in consumers)
        {
            while (await FeedAsync(consumer, cancellation))
            {
            }
        }
    }

    /// <summary>Makes one consumer start over from the first entry.</summary>
    public async Task RebuildAsync(IJournalConsumer consumer, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(consumer);
        await lanes.RunAsync(0, async session =>
        {
            await consumer.ForgetAsync(session, cancellation);
            await session.Sql("DELETE FROM journal_cursor WHERE name = $1").With(consumer.Name).RunAsync();
            return true;
        }, cancellation);
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

    private Task<bool> FeedAsync(IJournalConsumer consumer, CancellationToken cancellation) => lanes.RunAsync(0, async session =>
    {
        var position = await session.Sql("SELECT tx, sequence FROM journal_cursor WHERE name = $1").With(consumer.Name)
            .FirstAsync(row => new JournalPosition(row.GetInt64(0), row.GetInt64(1)));
        var entries = await reader.AfterAsync(position, EntriesAtOnce, cancellation);
        if (entries.Count == 0) return false;
        await consumer.ConsumeAsync(entries, session, cancellation);
        var last = entries[^1].Position;
        await session.Sql("""
            INSERT INTO journal_cursor (name, tx, sequence) VALUES ($1, $2, $3)
            ON CONFLICT (name) DO UPDATE SET tx = excluded.tx, sequence = excluded.sequence
            """).With(consumer.Name).With(last.Transaction).With(last.Sequence).RunAsync();
        return true;
    }, cancellation);
}
