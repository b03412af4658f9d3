using Microsoft.Data.Sqlite;

namespace MinhBach.Kernel;

/// <summary>
/// Folds SQLite's write-ahead log into the file beside the lane. The commit that finds the log full folds what is left, and
/// everybody waits for it: with most of it folded already the slowest commits take half the time.
/// </summary>
internal sealed class LogFolding(CityDatabase database) : IAsyncDisposable
{
    // About a quarter of a full log.
    private const int CommandsBetween = 1000;

    private Task folding = Task.CompletedTask;
    private SqliteConnection? connection;
    private int since;

    /// <summary>Told by the lane after each commit.</summary>
    public void Committed(int commands)
    {
        since += commands;
        if (since < CommandsBetween || !folding.IsCompleted) return;
        since = 0;
        folding = Task.Run(FoldAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await folding;
        if (connection is not null) await connection.DisposeAsync();
    }

    private async Task FoldAsync()
    {
        try
        {
            connection ??= (SqliteConnection)await database.OpenLaneAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
            await command.ExecuteNonQueryAsync();
        }
        catch (SqliteException)
        {
            // Nothing is lost: the lane's own commit folds when the log is full, and tells if it cannot.
        }
    }
}
