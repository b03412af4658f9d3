using System.Data.Common;
using Npgsql;

namespace MinhBach.Benchmarks.WritePath;

/// <summary>
/// Steps of dossiers completed by the product's own verb (decision, working calendar, revision check, journal, key against
/// repetition, durable commit) against bare statements of the same kind and against EF Core.
/// </summary>
internal sealed class WritePathBenchmark : IBenchmark
{
    private const int Supply = 6_000;
    private const int LimitDossiers = 4_000;
    private const string Many = "steps, 32 callers";
    private const string Some = "steps, 8 callers";
    private const string One = "steps, 1 caller";
    private const string Batched = "C API, 32 in one transaction";
    private const string Single = "C API, a transaction each";
    private const string Ef = "EF Core, 32 callers";
    private const string PgBenchMany = "pgbench, 32 clients";
    private const string PgBenchSome = "pgbench, 8 clients";

    public string Verb => "write-path";

    public string About => "steps of dossiers completed durably, against bare statements and EF Core";

    public async Task RunAsync(BenchmarkOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("minhbach-bench-write-").FullName;
        try
        {
            if (options.Only is null or "sqlite") await SqliteAsync(folder, options.Rounds);
            if (options.Only is null or "postgres") await PostgresAsync(folder, options.Rounds);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task SqliteAsync(string folder, int rounds)
    {
        var data = Path.Combine(folder, "sqlite");
        await FoundAsync(data, postgres: null);
        var limits = Path.Combine(folder, "limits.db");
        // Nothing is open any more: the file is whole.
        File.Copy(Path.Combine(data, "city.db"), limits);
        StepRows rows;
        await using (var connection = await EfWrites.SqliteAsync(limits)) rows = await StepRows.ReadAsync(connection);

        await using var city = await StepCity.OpenAsync(data, postgres: null);
        using var raw = new RawWrites(limits, rows);
        await using var ef = await EfWrites.OpenAsync(32, rows, () => EfWrites.SqliteAsync(limits));
        var turns = new Turns(rounds);
        turns.Add(Many, () => Callers.AskAsync(32, city.StepAsync), () => city.SupplyAsync(Supply));
        turns.Add(Batched, () => Task.FromResult(raw.Write(together: 32)));
        turns.Add(One, () => Callers.AskAsync(1, city.StepAsync), () => city.SupplyAsync(Supply));
        turns.Add(Single, () => Task.FromResult(raw.Write(together: 1)));
        turns.Add(Ef, () => Callers.AskAsync(32, ef.WriteAsync));
        Console.WriteLine("SQLite, every commit on the disk");
        await turns.RunAsync();
        turns.Ratio("sqlite-32/c-batched", Many, Batched, ">=0.5");
        turns.Ratio("sqlite-32/c-single", Many, Single, ">=3.5");
        turns.Ratio("sqlite-32/ef", Many, Ef, ">=8");
        turns.Ratio("sqlite-1/c-single", One, Single, ">=0.8");
        turns.Spread("sqlite-32-p99/p50", Many, "<=3");
    }

    private static async Task PostgresAsync(string folder, int rounds)
    {
        await using var server = await PostgresServer.StartAsync();
        if (server is null)
        {
            Console.WriteLine("PostgreSQL is not measured: initdb and pgbench are not here.");
            return;
        }

        await ExecuteAsync(server.ConnectionString("postgres"), "CREATE DATABASE city");
        var data = Path.Combine(folder, "postgres");
        await FoundAsync(data, server.ConnectionString("city"));
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync(server.ConnectionString("postgres"), "CREATE DATABASE limits TEMPLATE city");
        await ExecuteAsync(server.ConnectionString("limits"), "UPDATE dossiers_dossier d SET id = -n FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM dossiers_dossier) numbered WHERE numbered.id = d.id");
        await ExecuteAsync(server.ConnectionString("limits"), "VACUUM FULL ANALYZE");
        StepRows rows;
        await using (var connection = await EfWrites.PostgresAsync(server.ConnectionString("limits"))) rows = await StepRows.ReadAsync(connection);

        await using var city = await StepCity.OpenAsync(data, server.ConnectionString("city"));
        var bench = new PgBench(server, "limits", rows, folder);
        await using var ef = await EfWrites.OpenAsync(32, rows, () => EfWrites.PostgresAsync(server.ConnectionString("limits") + ";Max Auto Prepare=50;Auto Prepare Min Usages=2"));
        // Product and pgbench alike: what asks and what answers.
        var turns = new Turns(rounds, () => ProcessTime.Of(Environment.ProcessId, children: true) + server.Cpu());
        turns.Add(Many, () => Callers.AskAsync(32, city.StepAsync), () => city.SupplyAsync(Supply));
        turns.Add(PgBenchMany, () => bench.RunAsync(32));
        turns.Add(Some, () => Callers.AskAsync(8, city.StepAsync), () => city.SupplyAsync(Supply));
        turns.Add(PgBenchSome, () => bench.RunAsync(8));
        turns.Add(Ef, () => Callers.AskAsync(32, ef.WriteAsync));
        Console.WriteLine("PostgreSQL, every commit on the disk");
        await turns.RunAsync();
        turns.Ratio("postgres-32/pgbench-32", Many, PgBenchMany, ">=2.5");
        turns.Ratio("postgres-8/pgbench-8", Some, PgBenchSome, ">=1.1");
        turns.Ratio("postgres-32/ef", Many, Ef, ">=5");
        turns.Spread("postgres-32-p99/p50", Many, "<=3");
    }

    // A city with some dossiers and some steps done, closed again so that its database can be copied.
    private static async Task FoundAsync(string folder, string? postgres)
    {
        await using var city = await StepCity.OpenAsync(folder, postgres);
        await city.SupplyAsync(LimitDossiers);
        for (var step = 0; step < 200; step++) await city.StepAsync(0);
    }

    private static async Task ExecuteAsync(string connectionString, string text)
    {
        await using DbConnection connection = new NpgsqlConnection(connectionString + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        await command.ExecuteNonQueryAsync();
    }
}
