using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Monitoring.History;

/// <summary>
/// Keeps the history in the database, so that a start reads some megabytes instead of the whole journal. Nodes fold the same
/// journal in the same order and come to the same blocks: whoever is ahead stores.
/// </summary>
internal sealed class HistoryStore(CityDatabase database, WriteLanes lanes)
{
    private const string Cursor = "monitoring.history";
    private const string Steps = "steps";
    private const string Dossiers = "dossiers";

    /// <summary>Stores a history, unless a newer one is stored.</summary>
    public async Task SaveAsync(HistorySnapshot history, CancellationToken cancellation)
    {
        // By all cores, and not in the lane, which others wait for.
        var packing = Task.Run(() => HistoryBytes.PackRest(history), cancellation);
        var packed = await PackBlocksAsync(history, cancellation);
        var rest = await packing;
        await lanes.RunAsync(0, async session =>
        {
            if (!await session.MoveCursorAsync(Cursor, history.Position)) return false;
            var db = await session.DbAsync();
            var state = await db.Set<HistoryStateRow>().AsTracking().SingleOrDefaultAsync(CancellationToken.None);
            if (state is null) db.Add(state = new HistoryStateRow());
            else if (state.Layout != HistoryBytes.Layout) await db.Set<HistoryBlockRow>().ExecuteDeleteAsync(CancellationToken.None);
            (state.Layout, state.AsOf, state.Content) = (HistoryBytes.Layout, history.AsOf, rest);
            await AddBlocksAsync(db, Steps, history.Steps, packed);
            await AddBlocksAsync(db, Dossiers, history.Dossiers, packed);
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }, cancellation);
    }

    /// <summary>Throws the stored history away.</summary>
    public Task ForgetAsync(CancellationToken cancellation) => lanes.RunAsync(0, async session =>
    {
        await session.ForgetCursorAsync(Cursor);
        await session.Sql("DELETE FROM monitoring_history_state").RunAsync();
        return await session.Sql("DELETE FROM monitoring_history_block").RunAsync();
    }, cancellation);

    /// <summary>Puts the stored history onto the shelf; answers false when there is none that this program can read.</summary>
    public async Task<bool> LoadAsync(HistoryShelf shelf, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        if (await ReadStateAsync(connection, cancellation) is not { } state) return false;
        var rest = HistoryBytes.UnpackRest(state.Content);
        var steps = await ReadBlocksAsync<StepRow>(connection, Steps, rest.StepBlocks, cancellation);
        var dossiers = await ReadBlocksAsync<EndedDossier>(connection, Dossiers, rest.DossierBlocks, cancellation);
        if (rest.Steps.Length > 0) steps.Add(rest.Steps);
        if (rest.Dossiers.Length > 0) dossiers.Add(rest.Dossiers);
        shelf.Resume(state.Position, state.AsOf, rest.Names, steps, dossiers, rest.Open);
        return true;
    }

    // Those that are not stored as of now; should somebody throw the stored ones away meanwhile, the others are packed in the lane.
    private async Task<Dictionary<(string Kind, int Number), byte[]>> PackBlocksAsync(HistorySnapshot history, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT kind, max(number) FROM monitoring_history_block GROUP BY kind";
        var stored = new Dictionary<string, int>(StringComparer.Ordinal);
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation)) stored[reader.GetString(0)] = reader.GetInt32(1);
        }

        return Pack(Steps, history.Steps).Concat(Pack(Dossiers, history.Dossiers)).ToDictionary(block => block.Key, block => block.Content);

        ParallelQuery<((string, int) Key, byte[] Content)> Pack<T>(string kind, IReadOnlyList<ReadOnlyMemory<T>> blocks)
            where T : unmanaged
        {
            var first = stored.GetValueOrDefault(kind, -1) + 1;
            return Enumerable.Range(first, Math.Max(0, blocks.Count - first)).Where(i => IsFull(blocks[i])).AsParallel().Select(i => ((kind, i), HistoryBytes.Pack(blocks[i].Span)));
        }
    }

    private static async Task AddBlocksAsync<T>(CityDb db, string kind, IReadOnlyList<ReadOnlyMemory<T>> blocks, Dictionary<(string Kind, int Number), byte[]> packed)
        where T : unmanaged
    {
        var stored = await db.Set<HistoryBlockRow>().Where(block => block.Kind == kind).MaxAsync(block => (int?)block.Number, CancellationToken.None) ?? -1;
        for (var i = stored + 1; i < blocks.Count && IsFull(blocks[i]); i++)
            db.Add(new HistoryBlockRow { Kind = kind, Number = i, Content = packed.GetValueOrDefault((kind, i)) ?? HistoryBytes.Pack(blocks[i].Span) });
    }

    private static bool IsFull<T>(ReadOnlyMemory<T> block)
        where T : unmanaged => block.Length == Column<T>.BlockSize;

    private static async Task<Stored?> ReadStateAsync(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT cursor.tx, cursor.sequence, state.as_of, state.content
            FROM monitoring_history_state state JOIN journal_cursor cursor ON cursor.name = '{Cursor}' WHERE state.layout = {HistoryBytes.Layout}
            """;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new(
                new(reader.GetInt64(0), reader.GetInt64(1)),
                reader.GetInstantOrNull(2),
                reader.GetFieldValue<byte[]>(3))
            : null;
    }

    private static async Task<List<T[]>> ReadBlocksAsync<T>(DbConnection connection, string kind, int count, CancellationToken cancellation)
        where T : unmanaged
    {
        var packed = new List<byte[]>(count);
        await using var command = connection.CreateCommand();
        command.CommandText = System.FormattableString.Invariant($"SELECT content FROM monitoring_history_block WHERE kind = '{kind}' AND number < {count} ORDER BY number");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) packed.Add(reader.GetFieldValue<byte[]>(0));
        if (packed.Count != count) throw new InvalidDataException($"{count} blocks of {kind} belong to the stored history, {packed.Count} are there.");
        return [.. packed.AsParallel().AsOrdered().Select(HistoryBytes.UnpackBlock<T>)];
    }

    private sealed record Stored(JournalPosition Position, Instant? AsOf, byte[] Content);
}
