using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Notifications;

/// <summary>How the outbox stands.</summary>
/// <param name="IsOn">Whether the city sends mail.</param>
/// <param name="Waiting">Messages that wait to be sent.</param>
/// <param name="Oldest">When the oldest of them was taken; null when none waits.</param>
/// <param name="Dead">Messages that were given up and not looked after yet.</param>
public sealed record MailBacklog(bool IsOn, int Waiting, Instant? Oldest, int Dead);

/// <summary>Says how the outbox stands. Safe for many threads.</summary>
public sealed class MailStatus
{
    private readonly IServiceScopeFactory scopes;
    private readonly IOptions<MailOptions> options;

    internal MailStatus(IServiceScopeFactory scopes, IOptions<MailOptions> options) => (this.scopes, this.options) = (scopes, options);

    /// <summary>Asks the database: three small queries.</summary>
    public async Task<MailBacklog> ReadAsync(CancellationToken cancellation = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<CityDb>().Set<OutboxRow>();
        var waiting = outbox.Where(row => row.State == MailState.Waiting);
        return new(
            options.Value.IsOn,
            await waiting.CountAsync(cancellation),
            await waiting.OrderBy(row => row.Id).Select(row => (Instant?)row.QueuedAt).FirstOrDefaultAsync(cancellation),
            await outbox.CountAsync(row => row.State == MailState.Dead, cancellation));
    }
}
