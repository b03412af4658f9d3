using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace MinhBach.Kernel;

/// <summary>Reads the journal in its one order, and one stream's history.</summary>
public sealed class JournalReader(CityDatabase database, JournalEventTypes types)
{
    private const string Columns = "sequence, tx, at, stream, stream_id, previous, name, actor, data";

    /// <summary>The entries after a position, oldest first, at most <paramref name="count"/>.</summary>
    public async Task<IReadOnlyList<JournalEntry>> AfterAsync(JournalPosition position, int count, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        // Rows of a transaction become readable only when every older transaction has ended, so nothing slips in behind the cursor.
        command.CommandText = database.Kind == DatabaseKind.Sqlite
            ? $"SELECT {Columns} FROM journal_entry WHERE sequence > $2 AND $1 = $1 ORDER BY sequence LIMIT $3"
            : $"""
               SELECT {Columns} FROM journal_entry
               WHERE (tx, sequence) > ($1, $2) AND tx < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
               ORDER BY tx, sequence LIMIT $3
               """;
        Bind(command, position.Transaction, position.Sequence, count);
        return await ReadAsync(command, cancellation);
    }

    /// <summary>How many entries lie after a position, counted up to <paramref name="most"/>.</summary>
    public async Task<int> UnreadAsync(JournalPosition position, int most, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = database.Kind == DatabaseKind.Sqlite
            ? "SELECT count(*) FROM (SELECT 1 FROM journal_entry WHERE sequence > $2 AND $1 = $1 LIMIT $3)"
            : "SELECT count(*) FROM (SELECT 1 FROM journal_entry WHERE (tx, sequence) > ($1, $2) ORDER BY tx, sequence LIMIT $3) unread";
        Bind(command, position.Transaction, position.Sequence, most);
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
    }

    /// <summary>How far a consumer has read; <see cref="JournalPosition.Start"/> when it has not begun.</summary>
    public async Task<JournalPosition> CursorAsync(string consumer, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT tx, sequence FROM journal_cursor WHERE name = $1";
        Bind(command, consumer);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? new(reader.GetInt64(0), reader.GetInt64(1)) : JournalPosition.Start;
    }

    /// <summary>A stream's whole history, oldest first, walked back along the chain of previous events.</summary>
    /// <param name="lastSequence">The stream's newest event.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IReadOnlyList<JournalEntry>> HistoryAsync(long lastSequence, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = HistoryOf("$1");
        Bind(command, lastSequence);
        return await ReadAsync(command, cancellation);
    }

    /// <summary>The question for a stream's history, to be asked together with others (<see cref="CityDatabase.AskAsync" />).</summary>
    /// <param name="last">SQL for the sequence of the stream's newest event.</param>
    public string HistoryOf(string last) => $"""
        WITH RECURSIVE chain AS (
          SELECT {Columns} FROM journal_entry WHERE sequence = {last}
          UNION ALL
          SELECT e.sequence, e.tx, e.at, e.stream, e.stream_id, e.previous, e.name, e.actor, e.data FROM chain {Earlier})
        SELECT {Columns} FROM chain ORDER BY sequence
        """;

    // PostgreSQL does not know that each entry has one before it: it would prepare for as many as there are.
    private string Earlier => database.Kind == DatabaseKind.Sqlite
        ? "JOIN journal_entry e ON e.sequence = chain.previous"
        : $"CROSS JOIN LATERAL (SELECT {Columns} FROM journal_entry WHERE sequence = chain.previous LIMIT 1) e";

    private static void Bind<T>(DbCommand command, params ReadOnlySpan<T> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            if (parameter is not NpgsqlParameter) parameter.ParameterName = "$" + (i + 1);
            parameter.Value = values[i];
            command.Parameters.Add(parameter);
        }
    }

    private async Task<IReadOnlyList<JournalEntry>> ReadAsync(DbCommand command, CancellationToken cancellation)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await ReadAsync(reader, cancellation);
    }

    /// <summary>Reads the answer to <see cref="HistoryOf" />.</summary>
    public async Task<IReadOnlyList<JournalEntry>> ReadAsync(DbDataReader reader, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var entries = new List<JournalEntry>();
        // The same few people act again and again.
        var actors = new Dictionary<string, Actor>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation))
        {
            var name = reader.GetString(6);
            var (by, data) = (reader.GetString(7), reader.GetString(8));
            if (!actors.TryGetValue(by, out var actor)) actors.Add(by, actor = JsonSerializer.Deserialize<Actor>(by, KernelJson.Options)!);
            entries.Add(new(
                new(reader.GetInt64(1), reader.GetInt64(0)),
                reader.GetInstant(2),
                reader.GetString(3),
                reader.GetInt64(4),
                reader.GetInt64OrNull(5),
                name,
                actor,
                types.Read(name, data))
            {
                ActorText = by,
                Data = data,
            });
        }

        return entries;
    }
}
