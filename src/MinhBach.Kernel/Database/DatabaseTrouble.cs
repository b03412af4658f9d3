using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MinhBach.Kernel;

/// <summary>Tells trouble of the database itself, which passes, from a mistake in what it was asked.</summary>
public static class DatabaseTrouble
{
    // idle_in_transaction_session_timeout, which the driver has no name for.
    private const string IdleInTransaction = "25P03";

    // SQLite's result codes BUSY, READONLY, IOERR, FULL and CANTOPEN.
    private static readonly int[] SqliteTrouble = [5, 8, 10, 13, 14];

    // Disk full, too many connections, a server that became a standby while we were writing, and a node that stood still for
    // so long in the middle of a commit that the server gave its locks to others.
    private static readonly string[] PostgresTrouble =
    [
        PostgresErrorCodes.DiskFull, PostgresErrorCodes.TooManyConnections, PostgresErrorCodes.ReadOnlySqlTransaction, IdleInTransaction,
    ];

    /// <summary>Whether the database cannot work at the moment: gone, starting, cut off, or out of space.</summary>
    public static bool IsUnavailable(Exception? failure) => failure switch
    {
        null => false,
        SqliteException sqlite => SqliteTrouble.Contains(sqlite.SqliteErrorCode),
        PostgresException answered => answered.IsTransient || PostgresTrouble.Contains(answered.SqlState, StringComparer.Ordinal),
        // Whatever is not the server's own answer happened on the way to it.
        NpgsqlException => true,
        // A connection that breaks while the driver begins a command is told of by what the driver has just thrown away.
        ObjectDisposedException { StackTrace: { } way } => way.Contains(" Npgsql.", StringComparison.Ordinal),
        _ => IsUnavailable(failure.InnerException),
    };
}
