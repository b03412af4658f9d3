using MinhBach.Kernel;

namespace MinhBach.Transparency.Statistics;

/// <summary>Publishes figures soon after midnight, and what is missing after a start.</summary>
internal sealed class FiguresClock(PublishFigures figures, ILogger<FiguresClock> log) : RecurringWork(TimeSpan.FromMinutes(1), "Figures could not be published.", log)
{
    /// <inheritdoc />
    protected override Task RoundAsync(CancellationToken stopping) => figures.RunAsync(stopping);
}
