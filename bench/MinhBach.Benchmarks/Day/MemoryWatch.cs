namespace MinhBach.Benchmarks.Day;

/// <summary>Looks at the server's memory every few seconds, and tells every five minutes how the day goes.</summary>
internal sealed class MemoryWatch(Served served)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private const int TellEvery = 60;

    private readonly List<double> seen = [];

    /// <summary>The most it held, in megabytes.</summary>
    public double Most => seen.Count == 0 ? 0 : seen.Max();

    public async Task RunAsync(Record record, CancellationToken until)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Every, until);
                seen.Add(served.Megabytes());
                if (seen.Count % TellEvery == 0)
                    Console.WriteLine(FormattableString.Invariant($"  {record.Now.TotalMinutes:N0} min: p95 {record.P95(record.Now - TimeSpan.FromMinutes(5), record.Now):N1} ms, {seen[^1]:N0} MB, {record.Failed} errors"));
            }
        }
        catch (OperationCanceledException)
        {
            // The day is over.
        }
    }

    /// <summary>The middle of the last third to the middle of the one before: the first third fills the memories.</summary>
    public double Growth() => seen.Count < 3 ? 1 : Middle(2) / Middle(1);

    public string Tell() => seen.Count < 3 ? "not seen" : FormattableString.Invariant($"{Middle(0):N0}, {Middle(1):N0}, {Middle(2):N0} MB in the three thirds, at most {Most:N0}");

    private double Middle(int third)
    {
        double[] sorted = [.. seen.Skip(seen.Count * third / 3).Take(Math.Max(1, seen.Count / 3)).Order()];
        return sorted[sorted.Length / 2];
    }
}
