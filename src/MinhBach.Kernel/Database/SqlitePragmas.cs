using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace MinhBach.Kernel;

internal static class SqlitePragmas
{
    // FULL: an acknowledged write survives a pulled plug. Checkpoints are rare so that they stay off the hot path.
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint=16000; PRAGMA cache_size=-16384; PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY;";

    // The pool gives the same connection again and again, with all that was set before.
    private static readonly ConditionalWeakTable<sqlite3, object> Set = [];

    private static readonly OnOpen Waiting = new(waitForDisk: true);
    private static readonly OnOpen Hasty = new(waitForDisk: false);

    public static IInterceptor Interceptor(bool waitForDisk) => waitForDisk ? Waiting : Hasty;

    public static void Apply(SqliteConnection connection, bool waitForDisk)
    {
        if (Set.TryGetValue(connection.Handle!, out _)) return;
        using var command = connection.CreateCommand();
        command.CommandText = waitForDisk ? Pragmas : Pragmas + " PRAGMA synchronous=OFF;";
        command.ExecuteNonQuery();
        Set.AddOrUpdate(connection.Handle!, Set);
    }

    /// <summary>For the one who fills a database that nobody serves from: the log is folded rarely.</summary>
    public static void ApplyForFilling(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_autocheckpoint=64000;";
        command.ExecuteNonQuery();
    }

    public static void ApplyForReading(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout=30000; PRAGMA cache_size=-65536; PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY;";
        command.ExecuteNonQuery();
    }

    private sealed class OnOpen(bool waitForDisk) : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply((SqliteConnection)connection, waitForDisk);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Apply((SqliteConnection)connection, waitForDisk);
            return Task.CompletedTask;
        }
    }
}
