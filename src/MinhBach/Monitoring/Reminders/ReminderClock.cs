using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MinhBach.Monitoring.Reminders;

/// <summary>Sends reminders every minute. Every node does; what one sent, no other sends again.</summary>
internal sealed class ReminderClock(SendReminders reminders, ILogger<ReminderClock> log) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMinutes(1));
        while (await ticks.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await reminders.RunAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                if (stoppingToken.IsCancellationRequested) return;
                log.LogError(failure, "Reminders could not be sent; they are tried again in a minute.");
            }
        }
    }
}
