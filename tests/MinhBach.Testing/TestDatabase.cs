using Microsoft.Data.Sqlite;
using MinhBach.Kernel;

namespace MinhBach.Testing;

/// <summary>A database for one test, empty or a copy of another, removed when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _place;

    private TestDatabase(DatabaseKind kind, string place, string connectionString)
    {
        Kind = kind;
        _place = place;
        ConnectionString = connectionString;
    }

    /// <summary>Which of the two databases this is.</summary>
    public DatabaseKind Kind { get; }

    /// <summary>For Microsoft.Data.Sqlite or Npgsql, by <see cref="Kind"/>.</summary>
    public string ConnectionString { get; }

    /// <summary>Makes a database; where PostgreSQL is asked for and absent, the test is skipped.</summary>
    /// <param name="kind">SQLite in a file, or PostgreSQL.</param>
    /// <param name="copyOf">A migrated database to copy; nothing may be writing to it.</param>
    public static Task<TestDatabase> CreateAsync(DatabaseKind kind, TestDatabase? copyOf = null) => kind switch
    {
        DatabaseKind.Sqlite => CreateSqliteAsync(copyOf),
        DatabaseKind.Postgres => CreatePostgresAsync(copyOf),
    };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Kind == DatabaseKind.Postgres)
        {
            await (await PostgresCluster.GetAsync()).DropDatabaseAsync(_place);
            return;
        }

        await using var pooled = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(pooled);
        Directory.Delete(_place, recursive: true);
    }

    private static async Task<TestDatabase> CreateSqliteAsync(TestDatabase? copyOf)
    {
        var folder = Directory.CreateTempSubdirectory("minhbach-sqlite-").FullName;
        var file = Path.Combine(folder, "city.db");
        if (copyOf is not null)
        {
            // VACUUM INTO also takes what still stands in the write-ahead log.
            await using var source = new SqliteConnection(copyOf.ConnectionString);
            await source.OpenAsync();
            await using var copy = new SqliteCommand("VACUUM INTO $file", source);
            copy.Parameters.AddWithValue("$file", file);
            await copy.ExecuteNonQueryAsync();
        }

        return new(DatabaseKind.Sqlite, folder, new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString);
    }

    private static async Task<TestDatabase> CreatePostgresAsync(TestDatabase? copyOf)
    {
        var cluster = await PostgresCluster.GetAsync();
        var name = await cluster.CreateDatabaseAsync(copyOf?._place);
        return new(DatabaseKind.Postgres, name, cluster.ConnectionStringOf(name));
    }
}
