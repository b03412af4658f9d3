using MinhBach.Kernel;

namespace MinhBach.Monitoring.Integrity;

/// <summary>
/// Keeps findings as rows, and now and then what the patterns remember, so that a start need not fold the whole journal. Nodes fold
/// the same journal and come to the same rows: writing one twice changes nothing.
/// </summary>
internal sealed class IntegrityStore(CityDatabase database, WriteLanes lanes)
{
    private const string Cursor = "monitoring.integrity";
    private const int RowsAtOnce = 500;

    private static readonly TablePut<FindingRow> Table = new("monitoring_finding", "id");

    /// <summary>Puts findings; each id may be in it once.</summary>
    public async Task PutAsync(IReadOnlyCollection<FindingRow> findings, CancellationToken cancellation)
    {
        foreach (var part in findings.Chunk(RowsAtOnce)) await lanes.RunAsync(0, session => Table.PutAsync(session, part), cancellation);
    }

    /// <summary>Stores a state, unless a newer one is stored. All findings up to it have to be put before.</summary>
    public Task SaveAsync(JournalPosition position, byte[] state, CancellationToken cancellation) => lanes.RunAsync(0, async session =>
    {
        if (!await session.MoveCursorAsync(Cursor, position)) return false;
        await session.Sql("""
            INSERT INTO monitoring_integrity_state (id, layout, content) VALUES ($1, $2, $3)
            ON CONFLICT (id) DO UPDATE SET layout = excluded.layout, content = excluded.content
            """).WithInt(IntegrityStateRow.Only).WithInt(IntegrityFold.Layout).With(state).RunAsync();
        return true;
    }, cancellation);

    /// <summary>What is stored, of whatever layout; null when nothing is.</summary>
    public async Task<StoredIntegrity?> LoadAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT cursor.tx, cursor.sequence, state.layout, state.content
            FROM monitoring_integrity_state state JOIN journal_cursor cursor ON cursor.name = '{Cursor}'
            """;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? new(new(reader.GetInt64(0), reader.GetInt64(1)), reader.GetInt32(2), reader.GetFieldValue<byte[]>(3)) : null;
    }

    /// <summary>Throws findings and state away; what was said of them stays.</summary>
    public Task ForgetAsync(CancellationToken cancellation) => lanes.RunAsync(0, async session =>
    {
        await session.Sql("DELETE FROM monitoring_integrity_state").RunAsync();
        await ForgetFindingsAsync(session);
        return true;
    }, cancellation);

    /// <summary>Throws away what was found under another layout, unless another node has done so.</summary>
    public Task ForgetOutdatedAsync(CancellationToken cancellation) => lanes.RunAsync(0, async session =>
    {
        if (await session.Sql("DELETE FROM monitoring_integrity_state WHERE layout <> $1").WithInt(IntegrityFold.Layout).RunAsync() == 0) return false;
        await ForgetFindingsAsync(session);
        return true;
    }, cancellation);

    private static async Task ForgetFindingsAsync(WriteSession session)
    {
        await session.ForgetCursorAsync(Cursor);
        await session.Sql("DELETE FROM monitoring_finding").RunAsync();
    }
}

/// <summary>A stored state of the fold.</summary>
internal sealed record StoredIntegrity(JournalPosition Position, int Layout, byte[] State);
