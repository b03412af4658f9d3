using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MinhBach.Kernel;

internal static class SqlitePragmas
{
    // FULL: an acknowledged write survives a pulled plug. Checkpoints are rare so that they stay off the hot path.
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint=16000; PRAGMA cache_size=-16384; PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY;";

    public static IInterceptor Interceptor { get; } = new OnOpen();

    public static void Apply(SqliteConnection connection, bool waitForDisk)
    {
        using var command = connection.CreateCommand();
        command.CommandText = waitForDisk ? Pragmas : Pragmas + " PRAGMA synchronous=OFF;";
        command.ExecuteNonQuery();
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

    private sealed class OnOpen : DbConnectionInterceptor
    {
        private const string Brief = "PRAGMA busy_timeout=30000; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => ApplyBrief(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ApplyBrief(connection);
            return Task.CompletedTask;
        }

        private static void ApplyBrief(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Brief;
            command.ExecuteNonQuery();
        }
    }
}
