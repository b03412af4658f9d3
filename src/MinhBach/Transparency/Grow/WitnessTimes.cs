using System.Collections.Concurrent;
using MinhBach.Kernel;
using MinhBach.TransparencyLog;
using NodaTime;

namespace MinhBach.Transparency.Grow;

/// <summary>When each witness signed last, also those that are silent now. Safe for many threads.</summary>
internal sealed class WitnessTimes(CityDatabase database, WriteLanes lanes)
{
    // A log that is signed each second need not write that down each second.
    private static readonly Duration Between = Duration.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Instant> written = new(StringComparer.Ordinal);

    /// <summary>Keeps what came in, to the minute.</summary>
    public async Task KeepAsync(IReadOnlyList<WitnessTime> cosigned, CancellationToken cancellation)
    {
        var news = cosigned.Where(one => one.At - written.GetValueOrDefault(one.Witness, Instant.MinValue) >= Between).ToList();
        if (news.Count == 0) return;
        await lanes.RunAsync(0, async session =>
        {
            foreach (var (witness, at) in news)
            {
                await session.Sql("INSERT INTO transparency_witness (name, at) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET at = excluded.at WHERE transparency_witness.at < excluded.at")
                    .With(witness).With(at).RunAsync();
            }

            return true;
        }, cancellation);
        foreach (var (witness, at) in news) written[witness] = at;
    }

    /// <summary>All that ever signed, by name. One query.</summary>
    public async Task<IReadOnlyDictionary<string, Instant>> AllAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, at FROM transparency_witness";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var times = new Dictionary<string, Instant>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation)) times.Add(reader.GetString(0), reader.GetInstant(1));
        return times;
    }
}
