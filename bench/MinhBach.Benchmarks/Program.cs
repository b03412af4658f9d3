using MinhBach.Benchmarks;
using MinhBach.Benchmarks.Day;
using MinhBach.Benchmarks.DueDates;
using MinhBach.Benchmarks.Http;
using MinhBach.Benchmarks.Lighthouse;
using MinhBach.Benchmarks.Log;
using MinhBach.Benchmarks.LogVerify;
using MinhBach.Benchmarks.Measures;
using MinhBach.Benchmarks.Mining;
using MinhBach.Benchmarks.PublicLog;
using MinhBach.Benchmarks.ReadPath;
using MinhBach.Benchmarks.Search;
using MinhBach.Benchmarks.Simulate;
using MinhBach.Benchmarks.WritePath;

// Every benchmark is named here once; its verb is how it is called.
IBenchmark[] benchmarks = [new DueDatesBenchmark(), new SearchBenchmark(), new WritePathBenchmark(), new ReadPathBenchmark(), new HttpBenchmark(), new SimulateBenchmark(), new DayBenchmark(), new LighthouseBenchmark(), new MeasuresBenchmark(), new RebuildBenchmark(), new MiningBenchmark(), new LogBenchmark(), new LogVerifyBenchmark(), new PublicLogBenchmark()];

// How this program starts itself once more as a server.
if (args is [Served.City or Served.Nothing, var address, var folder, var postgres])
{
    await Served.ServeAsync(args[0], address, folder, postgres);
    return 0;
}

if (args.Length == 0)
{
    Console.WriteLine("dotnet run -c Release --project bench/MinhBach.Benchmarks -- VERB [--rounds N] [--only sqlite|postgres] [--dossiers N] [--data DIR] [--minutes N] [--times N]");
    foreach (var benchmark in benchmarks)
        Console.WriteLine($"  {benchmark.Verb,-12} {benchmark.About}");
    Console.WriteLine($"  {"all",-12} all of them");
    return 0;
}

var chosen = args[0] == "all" ? benchmarks : Array.FindAll(benchmarks, benchmark => benchmark.Verb == args[0]);
if (chosen.Length == 0)
{
    await Console.Error.WriteLineAsync($"There is no benchmark \"{args[0]}\". Known: {string.Join(", ", benchmarks.Select(benchmark => benchmark.Verb))}, all.");
    return 2;
}

if (BenchmarkOptions.Read(args.AsSpan(1)) is not { } options)
{
    await Console.Error.WriteLineAsync($"Not understood: {string.Join(' ', args.Skip(1))}. Known: --rounds N, --only sqlite|postgres, --dossiers N, --data DIR, --minutes N, --times N.");
    return 2;
}

foreach (var benchmark in chosen)
    await benchmark.RunAsync(options);
return 0;
