using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using MinhBach.Kernel;

namespace MinhBach.Transparency.Grow;

/// <summary>Publishes at once after a commit here, and every second for other nodes' commits.</summary>
internal sealed class LogClock(PublishLog publish, LogPace pace, JournalSignal signal) : BackgroundService
{
    private static readonly TimeSpan AtLatest = TimeSpan.FromSeconds(1);

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
            var pause = pace.After(published, Stopwatch.GetElapsedTime(began));
            if (published == Published.All) await Task.WhenAny(seen, Task.Delay(AtLatest, stoppingToken));
            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
