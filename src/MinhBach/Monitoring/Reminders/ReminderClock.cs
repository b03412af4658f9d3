using Microsoft.Extensions.Logging;
using MinhBach.Kernel;

namespace MinhBach.Monitoring.Reminders;

/// <summary>Sends reminders every minute. Every node does; what one sent, no other sends again.</summary>
internal sealed class ReminderClock(SendReminders reminders, ILogger<ReminderClock> log) : RecurringWork(TimeSpan.FromMinutes(1), "Reminders could not be sent.", log)
{
    /// <inheritdoc />
    protected override Task RoundAsync(CancellationToken stopping) => reminders.RunAsync(stopping);
}
