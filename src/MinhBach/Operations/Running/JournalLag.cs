using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Operations;

/// <summary>How far a consumer of the journal is behind.</summary>
/// <param name="Consumer">Its name.</param>
/// <param name="Entries">Entries it has not read.</param>
/// <param name="Age">How long the oldest of them has waited; zero when it has read all.</param>
internal sealed record ConsumerLag(string Consumer, long Entries, Duration Age);

/// <summary>Asks the database how far each consumer has come: two small queries a consumer.</summary>
internal sealed class JournalLag(CityDatabase database, JournalReader reader, IEnumerable<IJournalConsumer> consumers, TimeProvider clock)
{
    public async Task<IReadOnlyList<ConsumerLag>> ReadAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT coalesce(max(sequence), 0) FROM journal_entry";
        var newest = Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), System.Globalization.CultureInfo.InvariantCulture);
        var lags = new List<ConsumerLag>();
        foreach (var consumer in consumers)
        {
            var position = await reader.CursorAsync(consumer.Name, cancellation);
            var oldest = await reader.AfterAsync(position, 1, cancellation);
            lags.Add(oldest is [var entry]
                ? new(consumer.Name, Math.Max(1, newest - position.Sequence), clock.Now() - entry.At)
                : new(consumer.Name, 0, Duration.Zero));
        }

        return lags;
    }
}
