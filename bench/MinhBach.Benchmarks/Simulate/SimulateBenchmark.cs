using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MinhBach.DemoCity;
using MinhBach.Dossiers.Check;
using Npgsql;

namespace MinhBach.Benchmarks.Simulate;

/// <summary>
/// A city made by the product's own simulation in an empty database, and then held against its journal. A million dossiers are
/// to be made within eight minutes and checked within two; a smaller city is measured by the dossier.
/// </summary>
internal sealed class SimulateBenchmark : IBenchmark
{
    private const int DefaultDossiers = 20_000;
    // As many at once as a city has that files a quarter of a million a year.
    private const int Months = 1;

    public string Verb => "simulate";

    public string About => "a city of --dossiers N made by the simulation (default 20,000), and checked";

    public async Task RunAsync(BenchmarkOptions options)
    {
        var dossiers = options.Dossiers ?? DefaultDossiers;
        var folder = Directory.CreateTempSubdirectory("minhbach-bench-simulate-").FullName;
        try
        {
            if (options.Only is null or "sqlite") await MakeAsync("sqlite", new CityOptions { DataFolder = Path.Combine(folder, "sqlite") }, dossiers);
            if (options.Only is null or "postgres") await MakeOnPostgresAsync(Path.Combine(folder, "postgres"), dossiers);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MakeOnPostgresAsync(string folder, int dossiers)
    {
        await using var server = await PostgresServer.StartAsync();
        if (server is null) Console.WriteLine("PostgreSQL is not measured: initdb and pgbench are not here.");
        else await MakeAsync("postgres", new CityOptions { DataFolder = folder, Database = server.ConnectionString("postgres") }, dossiers);
        NpgsqlConnection.ClearAllPools();
    }

    private static async Task MakeAsync(string name, CityOptions options, int dossiers)
    {
        await using var app = City.Build(options, builder => builder.Logging.ClearProviders());
        var begun = Stopwatch.GetTimestamp();
        var made = await CityStart.FillAsync(app, options, new DemoCityPlan { Dossiers = dossiers, Months = Months }, new Progress<StartProgress>());
        var making = Stopwatch.GetElapsedTime(begun);
        begun = Stopwatch.GetTimestamp();
        var report = await app.Services.GetRequiredService<CheckDossiers>().RunAsync();
        var checking = Stopwatch.GetElapsedTime(begun);
        Console.WriteLine(FormattableString.Invariant(
            $"{name}: {dossiers:N0} dossiers, {made!.Commands:N0} commands, {report.Entries:N0} events; made in {making.TotalSeconds:N1} s, checked in {checking.TotalSeconds:N1} s, {report.Total:N0} findings"));
        Console.WriteLine(FormattableString.Invariant($"ratio {name}-simulate-ms-a-dossier {making.TotalMilliseconds / dossiers:0.###} goal <=0.48"));
        Console.WriteLine(FormattableString.Invariant($"ratio {name}-check-ms-a-dossier {checking.TotalMilliseconds / dossiers:0.###} goal <=0.12"));
        Console.WriteLine(FormattableString.Invariant($"ratio {name}-check-findings {report.Total} goal <=0"));
    }
}
