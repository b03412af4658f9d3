using Microsoft.Extensions.Logging;
using MinhBach.Kernel;

namespace MinhBach.Notifications;

/// <summary>Sends mail every ten seconds. Every node does; what one has taken, no other takes.</summary>
internal sealed class MailClock(SendMail mail, ILogger<MailClock> log) : RecurringWork(TimeSpan.FromSeconds(10), "Mail could not be sent.", log)
{
    /// <inheritdoc />
    protected override Task RoundAsync(CancellationToken stopping) => mail.RunAsync(stopping);
}
