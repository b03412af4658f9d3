namespace MinhBach.Kernel;

/// <summary>One node after the other prepares a database.</summary>
public static class StartTurn
{
    // The number is ours by convention alone. Asked again and again: a query that waits would meet its time limit.
    private const string Ask = "SELECT pg_try_advisory_lock(5080)";

    private static readonly TimeSpan AskEvery = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// On PostgreSQL waits until no other node prepares this database, and makes the others wait until the answer is disposed
    /// of: nodes that start together on an empty database would each make the schema, the organisation and the catalogue, and
    /// one that finds a demo city in the making would empty it. On SQLite the data folder belongs to one process alone: null.
    /// </summary>
    public static async Task<IAsyncDisposable?> TakeAsync(CityDatabase database, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        if (database.Kind == DatabaseKind.Sqlite) return null;
        var connection = await database.OpenUnpooledAsync(cancellation);
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Ask;
            while (await command.ExecuteScalarAsync(cancellation) is not true) await Task.Delay(AskEvery, cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
