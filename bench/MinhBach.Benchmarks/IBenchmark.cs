namespace MinhBach.Benchmarks;

/// <summary>Something measured: it prints a table and, for each goal, one line <c>ratio NAME VALUE goal GOAL</c>.</summary>
internal interface IBenchmark
{
    /// <summary>The word by which it is called.</summary>
    string Verb { get; }

    /// <summary>What it measures, in one line.</summary>
    string About { get; }

    Task RunAsync(BenchmarkOptions options);
}
