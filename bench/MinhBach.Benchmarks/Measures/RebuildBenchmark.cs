using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MinhBach.Kernel;
using MinhBach.Monitoring;
using Npgsql;

namespace MinhBach.Benchmarks.Measures;

/// <summary>
/// Every figure counted anew from the journal of a city that the product's own simulation made, beside a bare read of the same rows.
/// Five million step events are to take less than 20 seconds; a smaller city is measured, and that told of it by the event.
/// </summary>
internal sealed class RebuildBenchmark : IBenchmark
{
    private const int DefaultDossiers = 20_000;
    private const double Events = 5_000_000;

    public string Verb => "rebuild";

    public string About => "all figures anew from the journal of a city of --dossiers N (default 20,000), beside a bare read";

    public async Task RunAsync(BenchmarkOptions options)
    {
        var dossiers = options.Dossiers ?? DefaultDossiers;
        var folder = KeptCity.Folder(options, dossiers);
        if (options.Only is null or "sqlite") await MeasureAsync("sqlite", Path.Combine(folder, "sqlite"), dossiers, postgres: null, options.Rounds);
        if (options.Only is null or "postgres")
        {
            await using var server = await PostgresServer.StartAsync(Path.Combine(folder, "postgres"));
            if (server is null) Console.WriteLine("PostgreSQL is not measured: initdb and pgbench are not here.");
            else await MeasureAsync("postgres", Path.Combine(folder, "postgres-files"), dossiers, server.ConnectionString("postgres"), options.Rounds);
            NpgsqlConnection.ClearAllPools();
        }
    }

    private static async Task MeasureAsync(string name, string folder, int dossiers, string? postgres, int rounds)
    {
        await using var app = await KeptCity.OpenAsync(folder, dossiers, postgres);
        var database = app.Services.GetRequiredService<CityDatabase>();
        var (entries, events) = await CountAsync(database);
        var (bare, rebuilt, cpu, still, ended) = (new double[rounds], new double[rounds], new double[rounds], new double[rounds], 0L);
        for (var round = 0; round < rounds; round++)
        {
            bare[round] = await TimeAsync(() => ReadAsync(database));
            var (before, stood) = (Environment.CpuUsage.TotalTime, GC.GetTotalPauseDuration());
            rebuilt[round] = await TimeAsync(async () => ended = (await app.Services.RebuildMonitoringAsync()).Steps);
            (cpu[round], still[round]) = ((Environment.CpuUsage.TotalTime - before).TotalSeconds, (GC.GetTotalPauseDuration() - stood).TotalSeconds);
        }

        var (seconds, read) = (Median(rebuilt), Median(bare));
        Console.WriteLine(FormattableString.Invariant($"{name}: {dossiers:N0} dossiers, {entries:N0} entries, {events:N0} of them about steps, {ended:N0} steps that ended"));
        Console.WriteLine(FormattableString.Invariant($"  bare read of all rows, one thread          {read,8:N2} s"));
        Console.WriteLine(FormattableString.Invariant($"  rebuilt                                    {seconds,8:N2} s, {Median(cpu):N2} s of processor time, {Median(still):N2} s at a stand for collections, {seconds / entries * 1e6:N2} s a million entries"));
        Console.WriteLine(FormattableString.Invariant($"  {(events < Events ? "told from that" : "that is")}: five million events about steps {seconds / events * Events:N1} s, five million steps that ended {seconds / ended * Events:N1} s"));
        Console.WriteLine(FormattableString.Invariant($"ratio measures-rebuild-5m-seconds-{name} {seconds / events * Events:0.##} goal <=20"));
        Console.WriteLine(FormattableString.Invariant($"ratio measures-rebuild-5m-ended-seconds-{name} {seconds / ended * Events:0.##} goal <=20"));
        // What two cores have in 20 seconds: this does not change when others work beside it.
        Console.WriteLine(FormattableString.Invariant($"ratio measures-rebuild-5m-processor-seconds-{name} {Median(cpu) / events * Events:0.##} goal <=40"));
        Console.WriteLine(FormattableString.Invariant($"ratio measures-rebuild-to-bare-read-{name} {Median([.. rebuilt.Zip(bare, (all, least) => all / least)]):0.##} goal <=4"));
    }

    private static async Task<(long Entries, long AboutSteps)> CountAsync(CityDatabase database)
    {
        await using var connection = await database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*), sum(CASE WHEN name LIKE 'dossier.step%' OR name LIKE 'dossier.opinion%' THEN 1 ELSE 0 END) FROM journal_entry";
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    // The columns that somebody needs who wants to know what happened, as ADO.NET gives them.
    private static async Task<long> ReadAsync(CityDatabase database)
    {
        await using var connection = await database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT sequence, at, stream_id, name, actor, data FROM journal_entry ORDER BY {(database.Kind == DatabaseKind.Sqlite ? "sequence" : "tx, sequence")}";
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync();
        var sum = 0L;
        while (await reader.ReadAsync())
            sum += reader.GetInt64(0) + reader.GetInt64(1) + reader.GetInt64(2) + reader.GetString(3).Length + reader.GetString(4).Length + reader.GetString(5).Length;
        return sum;
    }

    private static async Task<double> TimeAsync<T>(Func<Task<T>> work)
    {
        var begun = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
