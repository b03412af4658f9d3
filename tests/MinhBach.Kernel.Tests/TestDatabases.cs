using System.Data.Common;
using Microsoft.Data.Sqlite;
using MinhBach.Testing;
using Npgsql;

namespace MinhBach.Kernel.Tests;

public sealed class TestDatabases
{
    [Theory, BothDatabases]
    public async Task A_copied_database_holds_what_the_first_held_and_lives_alone(DatabaseKind kind)
    {
        await using var first = await TestDatabase.CreateAsync(kind);
        await RunAsync(first, "CREATE TABLE word (text varchar(40))");
        await RunAsync(first, "INSERT INTO word VALUES ('hồ sơ')");

        await using var copy = await TestDatabase.CreateAsync(kind, copyOf: first);
        await RunAsync(copy, "INSERT INTO word VALUES ('thủ tục')");

        Assert.Equal(1L, await RunAsync(first, "SELECT count(*) FROM word"));
        Assert.Equal(2L, await RunAsync(copy, "SELECT count(*) FROM word"));
    }

    private static async Task<object?> RunAsync(TestDatabase database, string sql)
    {
        await using DbConnection connection = database.Kind switch
        {
            DatabaseKind.Sqlite => new SqliteConnection(database.ConnectionString),
            DatabaseKind.Postgres => new NpgsqlConnection(database.ConnectionString),
        };
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The sentences are the constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
