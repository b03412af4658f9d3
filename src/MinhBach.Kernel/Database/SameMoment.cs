using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MinhBach.Kernel;

/// <summary>
/// Connections for reading that all see the database as it is at one moment, while others go on writing. Each is for one
/// reader at a time.
/// </summary>
public sealed class SameMoment : IAsyncDisposable
{
    private readonly List<DbConnection> connections = [];

    private SameMoment()
    {
    }

    /// <summary>The connections.</summary>
    public IReadOnlyList<DbConnection> Connections => connections;

    /// <summary>On PostgreSQL the name of the snapshot, by which another program can see it too; valid until this is disposed.</summary>
    public string? Snapshot { get; private set; }

    /// <summary>Opens as many connections as asked for.</summary>
    public static async Task<SameMoment> OpenAsync(CityDatabase database, int count, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        var moment = new SameMoment();
        try
        {
            for (var i = 0; i < count; i++) moment.connections.Add(await database.OpenForReadingAsync(cancellation));
            await (database.Kind == DatabaseKind.Sqlite ? moment.BeginOnSqliteAsync(database, cancellation) : moment.BeginOnPostgresAsync(cancellation));
            return moment;
        }
        catch
        {
            await moment.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var connection in connections) await connection.DisposeAsync();
    }

    // A transaction sees what was there at its first read. For the instant in which all of them read first, nobody may write.
    private async Task BeginOnSqliteAsync(CityDatabase database, CancellationToken cancellation)
    {
        await using var writer = connections.Count > 1 ? await database.OpenAsync(cancellation) : null;
        if (writer is not null) await RunAsync(writer, "BEGIN IMMEDIATE", cancellation);
        foreach (var connection in connections) await RunAsync(connection, "BEGIN; SELECT count(*) FROM sqlite_master", cancellation);
        if (writer is not null) await RunAsync(writer, "ROLLBACK", cancellation);
    }

    private async Task BeginOnPostgresAsync(CancellationToken cancellation)
    {
        foreach (var connection in connections)
        {
            await RunAsync(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", cancellation);
            if (Snapshot is not null) await RunAsync(connection, $"SET TRANSACTION SNAPSHOT '{Snapshot}'", cancellation);
            else Snapshot = (string?)await RunAsync(connection, "SELECT pg_export_snapshot()", cancellation);
        }
    }

    private static async Task<object?> RunAsync(DbConnection connection, string text, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        return await command.ExecuteScalarAsync(cancellation);
    }
}
