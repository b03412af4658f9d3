using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MinhBach.Kernel;

/// <summary>
/// Does something again and again beside the requests, for the first time when one round has passed. What fails is logged and tried
/// again with the next round; the program goes on.
/// </summary>
/// <param name="every">From the beginning of one round to that of the next; a round that takes longer lets some out.</param>
/// <param name="trouble">What could not be done, as a sentence for the program's log.</param>
/// <param name="log">Takes it.</param>
public abstract class RecurringWork(TimeSpan every, string trouble, ILogger log) : BackgroundService
{
    /// <summary>One round.</summary>
    protected abstract Task RoundAsync(CancellationToken stopping);

    /// <inheritdoc />
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(every);
        while (await ticks.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                if (stoppingToken.IsCancellationRequested) return;
                log.LogError(failure, "{Trouble} It is tried again in {Pause}.", trouble, every);
            }
        }
    }
}
