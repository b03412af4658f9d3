using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using MinhBach.Kernel;

namespace MinhBach.Transparency.Grow;

/// <summary>Publishes at once after a commit here, and every second for other nodes' commits.</summary>
internal sealed class LogClock(PublishLog publish, JournalSignal signal) : BackgroundService
{
    /// <summary>What happens within it is published together.</summary>
    public static readonly TimeSpan GatherTime = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan AtLatest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        publish.Close();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var seen = signal.Next;
            var began = Stopwatch.GetTimestamp();
            var published = await publish.TryAsync(stoppingToken);
            if (published == Published.All) await Task.WhenAny(seen, Task.Delay(AtLatest, stoppingToken));
            var pause = published switch
            {
                // A long history is not worth anybody's waiting: as much rest as work.
                Published.Some => Stopwatch.GetElapsedTime(began),
                Published.Nothing => TryAgainAfter,
                _ => GatherTime,
            };
            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
