using Microsoft.Data.Sqlite;
using MinhBach.Monitoring.History;
using Npgsql;

namespace MinhBach.Benchmarks.Measures;

/// <summary>The same question asked of a table in a database, with its own GROUP BY.</summary>
internal static class InDatabase
{
    private const string Table = "CREATE TABLE step (unit integer, procedure integer, agency integer, day integer, late integer, work integer)";

    public static SqliteConnection Sqlite(string folder, IReadOnlyList<EndedStep> steps)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "steps.db") }.ToString());
        connection.Open();
        using var create = connection.CreateCommand();
        create.CommandText = "PRAGMA journal_mode = off; PRAGMA cache_size = -1000000; " + Table;
        create.ExecuteNonQuery();
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO step VALUES ($1, $2, $3, $4, $5, $6)";
        var values = Enumerable.Range(1, 6).Select(i => insert.Parameters.Add("$" + i, SqliteType.Integer)).ToArray();
        foreach (var step in steps)
        {
            long[] row = [step.Unit, step.Procedure, step.Agency, step.EndedOn.Number, step.Kept == Kept.Late ? 1 : 0, step.WorkSeconds];
            for (var i = 0; i < row.Length; i++) values[i].Value = row[i];
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        return connection;
    }

    public static async Task<NpgsqlConnection> PostgresAsync(string server, IReadOnlyList<EndedStep> steps)
    {
        var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using (var create = new NpgsqlCommand(Table, connection)) await create.ExecuteNonQueryAsync();
        await using (var copy = await connection.BeginBinaryImportAsync("COPY step FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var step in steps)
            {
                await copy.StartRowAsync();
                foreach (var value in new[] { (int)step.Unit, (int)step.Procedure, (int)step.Agency, step.EndedOn.Number, step.Kept == Kept.Late ? 1 : 0, step.WorkSeconds })
                    await copy.WriteAsync(value);
            }

            await copy.CompleteAsync();
        }

        await using var analyze = new NpgsqlCommand("VACUUM ANALYZE step", connection);
        await analyze.ExecuteNonQueryAsync();
        return connection;
    }
}
