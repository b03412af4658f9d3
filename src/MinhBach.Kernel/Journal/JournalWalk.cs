using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MinhBach.Kernel;

/// <summary>
/// Walks on through the journal for those who fold it, however much of it there is: while one page is folded, all cores turn the
/// next ones back into records, and those after them are read. Pages come in the journal's order.
/// </summary>
public sealed class JournalWalk(CityDatabase database)
{
    private const int EntriesOnPage = 2_048;

    /// <summary>The entries after a position, up to those that are there when the walk comes to them.</summary>
    /// <param name="position">Where to begin.</param>
    /// <param name="wanted">Which records the caller folds; entries of others come without <see cref="JournalEntry.Event"/>, which costs nothing.</param>
    /// <param name="cancellation">Stops the walk.</param>
    /// <returns>Pages, none of them empty; their entries do not repeat the journal's own letters.</returns>
    public async IAsyncEnumerable<IReadOnlyList<JournalEntry>> AfterAsync(
        JournalPosition position, IReadOnlyCollection<Type> wanted, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var names = new JournalNames(JournalEventTypes.Of(wanted));
        var decoding = new Queue<Task<IReadOnlyList<JournalEntry>>>();
        await using var connection = await database.OpenAsync(cancellation);
        var reading = ReadAsync(connection, position, names, cancellation);
        try
        {
            for (var more = true; more;)
            {
                var page = await reading;
                more = page.Count == EntriesOnPage;
                if (more) reading = Task.Run(() => ReadAsync(connection, page.Last, names, cancellation), cancellation);
                if (page.Count > 0) decoding.Enqueue(Task.Run(page.Read, cancellation));
                while (decoding.Count > (more ? Environment.ProcessorCount : 0)) yield return await decoding.Dequeue();
            }
        }
        finally
        {
            // Whoever leaves early may close the database next.
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<JournalPage> ReadAsync(DbConnection connection, JournalPosition position, JournalNames names, CancellationToken cancellation)
    {
        var page = new JournalPage(EntriesOnPage, names);
        if (connection is SqliteConnection sqlite) Read(sqlite, position, page);
        else await ReadAsync((NpgsqlConnection)connection, position, page, cancellation);
        return page;
    }

    private static void Read(SqliteConnection connection, JournalPosition position, JournalPage page) => SqliteRow.ReadAll(
        connection,
        "SELECT sequence, at, stream_id, coalesce(previous, 0), stream, name, actor, data FROM journal_entry WHERE sequence > ? ORDER BY sequence LIMIT ?",
        [position.Sequence, EntriesOnPage],
        row => page.Add(new(0, row.Number(0)), row.Number(1), row.Number(2), row.Number(3), row.Bytes(4), row.Bytes(5), row.Bytes(6), row.Bytes(7)));

    private static async Task ReadAsync(NpgsqlConnection connection, JournalPosition position, JournalPage page, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT sequence, at, stream_id, coalesce(previous, 0), stream, name, actor, data, tx FROM journal_entry
            WHERE (tx, sequence) > ($1, $2) AND tx < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
            ORDER BY tx, sequence LIMIT $3
            """,
            connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = position.Transaction });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = position.Sequence });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = EntriesOnPage });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) Add(reader, page);
    }

    private static void Add(DbDataReader reader, JournalPage page)
    {
        byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);
        page.Add(
            new(reader.GetInt64(8), reader.GetInt64(0)), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), Bytes(4), Bytes(5), Bytes(6), Bytes(7));
    }
}
