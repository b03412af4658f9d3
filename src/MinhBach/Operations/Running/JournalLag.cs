using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Operations;

/// <summary>How far a consumer of the journal is behind.</summary>
/// <param name="Consumer">Its name.</param>
/// <param name="Entries">Entries it has not read, counted up to <see cref="JournalLag.Most"/>.</param>
/// <param name="Age">How long the oldest of them has waited; zero when it has read all.</param>
internal sealed record ConsumerLag(string Consumer, long Entries, Duration Age);

/// <summary>Asks the database how far each consumer has come: three small queries a consumer.</summary>
internal sealed class JournalLag(JournalReader reader, IEnumerable<IJournalConsumer> consumers, TimeProvider clock)
{
    public const int Most = 100_000;

    public async Task<IReadOnlyList<ConsumerLag>> ReadAsync(CancellationToken cancellation)
    {
        var lags = new List<ConsumerLag>();
        foreach (var consumer in consumers)
        {
            var position = await reader.CursorAsync(consumer.Name, cancellation);
            var oldest = await reader.AfterAsync(position, 1, cancellation);
            lags.Add(oldest is [var entry]
                ? new(consumer.Name, await reader.UnreadAsync(position, Most, cancellation), clock.Now() - entry.At)
                : new(consumer.Name, 0, Duration.Zero));
        }

        return lags;
    }
}
