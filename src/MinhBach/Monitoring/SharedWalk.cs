using System.Threading.Channels;

namespace MinhBach.Monitoring;

/// <summary>One reading for several who take it at their own pace, each seeing everything in order.</summary>
internal static class SharedWalk
{
    // Whoever is slow stops the reading, not the memory.
    private const int PagesAhead = 1;

    /// <summary>Reads to the end; fails with the first who fails.</summary>
    public static async Task RunAsync<T>(IAsyncEnumerable<T> pages, IReadOnlyList<Func<IAsyncEnumerable<T>, CancellationToken, Task>> takers, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var shares = takers.Select(_ => Channel.CreateBounded<T>(PagesAhead)).ToList();
        Func<Task>[] works = [.. takers.Zip(shares, (take, share) => (Func<Task>)(() => take(share.Reader.ReadAllAsync(stop.Token), stop.Token))), ReadAsync];
        await Task.WhenAll(works.Select(work => Task.Run(() => WorkAsync(work), CancellationToken.None)));

        async Task ReadAsync()
        {
            await foreach (var page in pages.WithCancellation(stop.Token))
            {
                foreach (var share in shares) await share.Writer.WriteAsync(page, stop.Token);
            }

            foreach (var share in shares) share.Writer.Complete();
        }

        async Task WorkAsync(Func<Task> work)
        {
            try
            {
                await work();
            }
            catch
            {
                await stop.CancelAsync();
                throw;
            }
        }
    }
}
