using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MinhBach.Notifications;

/// <summary>Sends mail every ten seconds. Every node does; what one has taken, no other takes.</summary>
internal sealed class MailClock(SendMail mail, ILogger<MailClock> log) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromSeconds(10));
        while (await ticks.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await mail.RunAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                if (stoppingToken.IsCancellationRequested) return;
                log.LogError(failure, "Mail could not be sent; it is tried again in ten seconds.");
            }
        }
    }
}
