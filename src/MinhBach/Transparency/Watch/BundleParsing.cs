using System.Collections.Concurrent;
using MinhBach.TransparencyLog;

namespace MinhBach.Transparency;

/// <summary>Checks and parses ahead of whoever takes the entries in their order: hashing, parsing and counting go on beside each other.</summary>
internal static class BundleParsing
{
    // What waits is bounded, however long one count takes.
    private const int MostAhead = 64;

    /// <param name="check">Checks until it is told that nobody waits any more.</param>
    /// <param name="cancellation">Interrupts.</param>
    public static IEnumerable<ParsedBundle> Run(Func<CancellationToken, IEnumerable<CheckedBundle>> check, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var ahead = new BlockingCollection<Task<ParsedBundle>>(MostAhead);
        var checking = Task.Factory.StartNew(() => Check(check(stop.Token), ahead, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (var parsing in ahead.GetConsumingEnumerable(cancellation)) yield return parsing.GetAwaiter().GetResult();
            checking.GetAwaiter().GetResult();
        }
        finally
        {
            stop.Cancel();
            // Whatever it ended with was told above, or nobody asks any more.
            ((IAsyncResult)checking).AsyncWaitHandle.WaitOne();
        }
    }

    private static void Check(IEnumerable<CheckedBundle> bundles, BlockingCollection<Task<ParsedBundle>> ahead, CancellationToken stop)
    {
        try
        {
            foreach (var bundle in bundles) ahead.Add(Task.Run(() => ParsedBundle.Of(bundle), CancellationToken.None), stop);
        }
        finally
        {
            ahead.CompleteAdding();
        }
    }
}
