using MinhBach.Benchmarks;
using MinhBach.Benchmarks.DueDates;
using MinhBach.Benchmarks.Search;

// Every benchmark is named here once; its verb is how it is called.
IBenchmark[] benchmarks = [new DueDatesBenchmark(), new SearchBenchmark()];

switch (args)
{
    case []:
        Console.WriteLine("dotnet run -c Release --project bench/MinhBach.Benchmarks -- VERB");
        foreach (var benchmark in benchmarks)
            Console.WriteLine($"  {benchmark.Verb,-12} {benchmark.About}");
        Console.WriteLine($"  {"all",-12} all of them");
        return 0;
    case ["all"]:
        foreach (var benchmark in benchmarks)
            await benchmark.RunAsync();
        return 0;
    case [var verb] when Array.Find(benchmarks, benchmark => benchmark.Verb == verb) is { } chosen:
        await chosen.RunAsync();
        return 0;
    default:
        await Console.Error.WriteLineAsync($"There is no benchmark \"{string.Join(' ', args)}\". Known: {string.Join(", ", benchmarks.Select(benchmark => benchmark.Verb))}, all.");
        return 2;
}
