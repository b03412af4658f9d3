using Microsoft.Extensions.Hosting;

namespace MinhBach.Transparency.Statistics;

/// <summary>Publishes figures soon after midnight, and what is missing after a start.</summary>
internal sealed class FiguresClock(PublishFigures figures, ILogger<FiguresClock> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Interval);
        while (await ticks.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await figures.RunAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                if (stoppingToken.IsCancellationRequested) return;
                log.LogError(failure, "Figures could not be published; it is tried again in a minute.");
            }
        }
    }
}
