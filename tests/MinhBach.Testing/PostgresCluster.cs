using System.Globalization;
using Npgsql;

namespace MinhBach.Testing;

/// <summary>
/// The PostgreSQL that tests run on: the server named by <c>MINHBACH_TEST_POSTGRES</c> (a connection string of a role
/// that may create databases), else one cluster of this test process in a temporary folder, started when first asked
/// for and removed when the process ends.
/// </summary>
public sealed class PostgresCluster
{
    private static readonly Lazy<Task<PostgresCluster?>> Shared = new(() => Task.Run(StartAsync));

    // One copy at a time: PostgreSQL refuses a second session on the database being copied.
    private static readonly SemaphoreSlim Creating = new(1, 1);

    private int _created;

    private PostgresCluster(string connectionString) => ConnectionString = connectionString;

    /// <summary>Connects to the maintenance database.</summary>
    public string ConnectionString { get; }

    /// <summary>The running cluster; where there is no PostgreSQL the test is skipped.</summary>
    public static async Task<PostgresCluster> GetAsync() =>
        Requirements.Present(
            Requirements.Postgres,
            await Shared.Value,
            "PostgreSQL is not here: no initdb, pg_ctl and postgres in /usr/lib/postgresql/*/bin or on the PATH, "
            + "and MINHBACH_TEST_POSTGRES is not set.");

    /// <summary>Makes a database and returns its name: empty, or a copy of another that nobody writes to meanwhile.</summary>
    public async Task<string> CreateDatabaseAsync(string? template = null)
    {
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"minhbach_test_{Environment.ProcessId}_{Interlocked.Increment(ref _created)}_{Guid.NewGuid():N}")[..48];
        await Creating.WaitAsync();
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString);
            await connection.OpenAsync();
            if (template is not null)
            {
                await ReleaseAsync(connection, template);
            }

            await ExecuteAsync(connection, $"CREATE DATABASE {name} TEMPLATE {template ?? "template0"}");
        }
        finally
        {
            Creating.Release();
        }

        return name;
    }

    /// <summary>Drops a database, whoever is still connected to it.</summary>
    public async Task DropDatabaseAsync(string name)
    {
        await ClearPoolAsync(name);
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await ExecuteAsync(connection, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    /// <summary>A connection string for one of the cluster's databases.</summary>
    public string ConnectionStringOf(string name) =>
        new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ConnectionString;

    // A database that somebody is connected to cannot be copied.
    private async Task ReleaseAsync(NpgsqlConnection connection, string template)
    {
        await ClearPoolAsync(template);
        await using var command = new NpgsqlCommand(
            "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE datname = $1", connection)
        {
            Parameters = { new() { Value = template } },
        };
        await command.ExecuteNonQueryAsync();
    }

    private async Task ClearPoolAsync(string name)
    {
        await using var pooled = new NpgsqlConnection(ConnectionStringOf(name));
        NpgsqlConnection.ClearPool(pooled);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PostgresCluster?> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("MINHBACH_TEST_POSTGRES") is { Length: > 0 } given)
        {
            return new(given);
        }

        return PostgresPrograms.Find() is { } programs
            ? new((await TemporaryCluster.StartAsync(programs)).ConnectionString)
            : null;
    }
}
