using System.Data.Common;

namespace MinhBach.Benchmarks.WritePath;

/// <summary>What a real step has written, read from the city's database: the limits write the same rows of the same size.</summary>
/// <param name="Dossiers">The dossiers that are there.</param>
/// <param name="State">The state of one of them.</param>
/// <param name="Actor">Who acted, as the journal keeps it.</param>
/// <param name="Done">The event of the step that was done.</param>
/// <param name="Opened">The event of the step that was opened.</param>
/// <param name="StepName">The opened step's name.</param>
/// <param name="Answer">What the caller was answered, as it is kept for a repetition.</param>
internal sealed record StepRows(IReadOnlyList<long> Dossiers, string State, string Actor, string Done, string Opened, string StepName, string Answer)
{
    public static async Task<StepRows> ReadAsync(DbConnection connection)
    {
        var (done, actor, stream) = ("", "", 0L);
        await ReadAsync(
            connection,
            "SELECT data, actor, stream_id FROM journal_entry WHERE name = 'dossier.stepDone' ORDER BY sequence DESC LIMIT 1",
            row => (done, actor, stream) = (row.GetString(0), row.GetString(1), row.GetInt64(2)));
        var (opened, step, state, answer) = ("", "", "", "");
        await ReadAsync(connection, $"SELECT data FROM journal_entry WHERE name = 'dossier.stepOpened' AND stream_id = {stream} ORDER BY sequence DESC LIMIT 1", row => opened = row.GetString(0));
        await ReadAsync(connection, $"SELECT name FROM dossiers_task WHERE dossier_id = {stream} ORDER BY task DESC LIMIT 1", row => step = row.GetString(0));
        await ReadAsync(connection, $"SELECT state FROM dossiers_dossier WHERE id = {stream}", row => state = row.GetString(0));
        await ReadAsync(connection, "SELECT answer FROM kernel_idempotency LIMIT 1", row => answer = row.GetString(0));
        var dossiers = new List<long>();
        await ReadAsync(connection, "SELECT id FROM dossiers_dossier ORDER BY id", row => dossiers.Add(row.GetInt64(0)));
        return new(dossiers, state, actor, done, opened, step, answer);
    }

    private static async Task ReadAsync(DbConnection connection, string text, Action<DbDataReader> read)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) read(reader);
    }
}
