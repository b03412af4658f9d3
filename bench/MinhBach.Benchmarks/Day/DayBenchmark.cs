using Microsoft.Extensions.DependencyInjection;
using MinhBach.Dossiers.Check;
using Npgsql;

namespace MinhBach.Benchmarks.Day;

/// <summary>
/// A working day of the city, many times as busy, over HTTP from another process: citizens look up procedures, hand in and
/// follow their dossiers, officials work on them to the end. First steadily, then at three times what can be answered, then
/// steadily again; and at the end everything is held against the journal.
/// </summary>
internal sealed class DayBenchmark : IBenchmark
{
    private const int DefaultDossiers = 20_000;
    // Until as many dossiers are under way as will be.
    private static readonly TimeSpan Warm = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan After = TimeSpan.FromSeconds(30);

    public string Verb => "day";

    public string About => "a working day over HTTP, --times (20) as busy as Hanoi's, for --minutes (30); then three times too much";

    public async Task RunAsync(BenchmarkOptions options)
    {
        var dossiers = options.Dossiers ?? DefaultDossiers;
        var folder = KeptCity.Folder(options, dossiers);
        if (options.Only is null or "sqlite") await MeasureAsync("sqlite", Path.Combine(folder, "sqlite"), dossiers, postgres: null, options);
        if (options.Only is null or "postgres")
        {
            await using var server = await PostgresServer.StartAsync(Path.Combine(folder, "postgres"));
            if (server is null) Console.WriteLine("PostgreSQL is not measured: initdb and pgbench are not here.");
            else await MeasureAsync("postgres", Path.Combine(folder, "postgres-files"), dossiers, server.ConnectionString("postgres"), options);
            NpgsqlConnection.ClearAllPools();
        }
    }

    private static async Task MeasureAsync(string name, string folder, int dossiers, string? postgres, BenchmarkOptions options)
    {
        Cast cast;
        await using (var city = await KeptCity.OpenAsync(folder, dossiers, postgres)) cast = await Cast.GatherAsync(city);
        await using (var served = await Served.StartAsync(Served.City, folder, "/", postgres))
        {
            using var asking = new Asking(served.Address);
            await asking.SignInAsync(cast);
            Console.WriteLine(FormattableString.Invariant(
                $"{name}: {dossiers:N0} dossiers before; {CityDay.FiledPerSecond * options.Times:N1} handed in a second ({options.Times} times the average hour at work of a city of {CityDay.DossiersPerYear:N0} a year), for {options.Minutes} minutes"));
            var steady = new Record();
            var day = new CityDay(asking, cast, steady, options.Times, seed: 1).RunAsync(Warm + TimeSpan.FromMinutes(options.Minutes));
            await Task.Delay(Warm);
            steady.Restart();
            var memory = new MemoryWatch(served);
            using var watching = new CancellationTokenSource();
            var watch = memory.RunAsync(steady, watching.Token);
            await day;
            await watching.CancelAsync();
            await watch;
            Tell(name, steady, memory, options);

            var capacity = await Overload.CapacityAsync(asking, cast);
            var rush = await Overload.RushAsync(asking, cast, capacity * 3);
            var after = new Record();
            await new CityDay(asking, cast, after, options.Times, seed: 3).RunAsync(After);
            Tell(name, capacity, rush, after);
        }

        await using var checkedCity = await KeptCity.OpenAsync(folder, dossiers, postgres);
        var report = await checkedCity.Services.GetRequiredService<CheckDossiers>().RunAsync();
        foreach (var finding in report.Findings.Take(5)) Console.WriteLine($"  {finding.Subject}: {finding.Sentence} {string.Join(", ", finding.Values)}");
        Console.WriteLine(FormattableString.Invariant($"{name}: {report.Dossiers:N0} dossiers and {report.Entries:N0} events afterwards"));
        Print($"{name}-day-check-findings", report.Total, "<=0");
    }

    private static void Tell(string name, Record steady, MemoryWatch memory, BenchmarkOptions options)
    {
        var length = TimeSpan.FromMinutes(options.Minutes);
        steady.Print();
        foreach (var trouble in steady.Troubles.Take(10)) Console.WriteLine($"  {trouble}");
        var (first, last) = (steady.P95(TimeSpan.Zero, length / 3), steady.P95(length * 2 / 3, length));
        Console.WriteLine(FormattableString.Invariant($"p95 of all in the first third {first:N1} ms, in the last {last:N1} ms; memory {memory.Tell()}"));
        Print($"{name}-day-handed-in/planned", steady.CountOf(CityDay.HandIn) / (CityDay.FiledPerSecond * options.Times * length.TotalSeconds), ">=0.98");
        Print($"{name}-day-errors", steady.Failed, "<=0");
        Print($"{name}-day-latency-growth", last / first, "<=1.25");
        Print($"{name}-day-memory-growth", memory.Growth(), "<=1.1");
        Print($"{name}-day-memory-mb", memory.Most, "<=400");
    }

    private static void Tell(string name, double capacity, Rush rush, Record after)
    {
        Console.WriteLine(FormattableString.Invariant(
            $"capacity {capacity:N0} requests a second; at {rush.Offered:N0}: {rush.Answered:N0} answered a second (p95 {rush.P95:N0} ms), {rush.SentAway:N0} sent away (p95 {rush.SentAwayP95:N0} ms), {rush.Lost} neither"));
        foreach (var trouble in rush.Troubles.Concat(after.Troubles.Take(5))) Console.WriteLine($"  {trouble}");
        Print($"{name}-rush-offered/capacity", rush.Offered / capacity, ">=3");
        Print($"{name}-rush-answered/capacity", rush.Answered / capacity, ">=0.5");
        Print($"{name}-rush-neither-answered-nor-sent-away", rush.Lost, "<=0");
        Print($"{name}-rush-recovered-after-s", after.LastFailure?.TotalSeconds ?? 0, "<=1");
    }

    private static void Print(string name, double value, string goal) => Console.WriteLine(FormattableString.Invariant($"ratio {name} {value:0.##} goal {goal}"));
}
