using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MinhBach.Accounts;
using MinhBach.Kernel;
using MinhBach.Organization;
using NodaTime;

namespace MinhBach.Notifications;

/// <summary>
/// Brings what waits in the outbox to the mail server. A node takes messages by moving the time from which anybody may: no other
/// takes them meanwhile, and if it is lost they are taken again after that time. So each is sent at least once, and twice only when a
/// node is lost between the server's answer and its own note of it.
/// </summary>
internal sealed class SendMail(
    WriteLanes lanes, Smtp smtp, PersonAddresses addresses, CityCalendars calendars, IOptions<MailOptions> options, TimeProvider clock, ILogger<SendMail> log)
{
    /// <summary>So often a message is tried before it is given up.</summary>
    public const int MostTries = 8;

    private const int AtOnce = 20;

    private static readonly Duration Fresh = Duration.FromMinutes(15);
    private static readonly Duration AMinute = Duration.FromMinutes(1);
    private static readonly Duration KeptFor = Duration.FromDays(30);

    private Instant? tidied;

    /// <summary>The pause after so many tries: a minute, four, sixteen … six hours at most.</summary>
    public static Duration PauseAfter(int tries) => Duration.Min(AMinute * Math.Pow(4, Math.Max(0, tries - 1)), Duration.FromHours(6));

    /// <summary>Sends what may be sent now; answers how many messages the server took.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        if (!options.Value.IsOn) return 0;
        var sent = 0;
        for (var goesOn = true; goesOn;)
        {
            var taken = await lanes.RunAsync(0, TakeAsync, cancellation);
            goesOn = taken.Count == AtOnce;
            var known = await addresses.OfAsync([.. taken.Select(message => message.Person).Distinct()], cancellation);
            foreach (var (message, place) in taken.Select((message, place) => (message, place)))
            {
                try
                {
                    var failure = await DeliverAsync(message, known.GetValueOrDefault(message.Person), cancellation);
                    if (failure is null) sent++;
                    if (failure?.Fault != MailFault.Server) continue;
                    // The others would fare alike: they wait too, and it does not count against them.
                    await PutBackAsync([.. taken.Skip(place + 1)]);
                    goesOn = false;
                    break;
                }
                catch (OperationCanceledException)
                {
                    await PutBackAsync([.. taken.Skip(place)]);
                    throw;
                }
            }
        }

        await TidyAsync();
        return sent;
    }

    /// <summary>Takes what may be sent, for this node alone.</summary>
    public async ValueTask<List<Taken>> TakeAsync(WriteSession session)
    {
        var now = session.Now;
        // A reminder is written within working hours; what did not go out then waits for the next ones. Nobody is woken at night.
        var since = calendars.City.Between(now, now + AMinute).TotalSeconds > 0 ? Instant.FromUnixTimeTicks(0) : now - Fresh;
        // Longer than all of them can take.
        var taken = await session.Sql($"""
            UPDATE notifications_outbox SET next_at = $1, tries = tries + 1
            WHERE id IN (SELECT id FROM notifications_outbox WHERE state = 0 AND next_at <= $2 AND queued_at >= $3 ORDER BY next_at, id LIMIT {AtOnce})
              AND state = 0 AND next_at <= $2
            RETURNING id, person_id, subject, body, message_id, tries
            """)
            .With(now + Duration.FromSeconds((AtOnce + 1) * options.Value.TimeoutSeconds)).With(now).With(since)
            .ListAsync(row => new Taken(row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt32(5)));
        return [.. taken.OrderBy(message => message.Id)];
    }

    private async Task<MailFailure?> DeliverAsync(Taken message, string? to, CancellationToken cancellation)
    {
        var failure = to is null ? new(MailFault.Refused, "") : await smtp.SendAsync(to, message.Subject, message.Body, message.MessageId, cancellation);
        var state = failure switch
        {
            null => MailState.Sent,
            _ when to is null => MailState.NoAddress,
            { Fault: MailFault.Refused } => MailState.Dead,
            _ => message.Tries >= MostTries ? MailState.Dead : MailState.Waiting,
        };
        if (failure is { Text.Length: > 0 }) log.LogWarning("Message {Id} was not taken at try {Try}: {Error}", message.Id, message.Tries, failure.Text);
        await lanes.RunAsync(0, session => session.Sql("""
            UPDATE notifications_outbox SET state = $1, ended_at = $2, error = $3, next_at = $4 WHERE id = $5 AND state = 0
            """)
            .WithInt((int)state).With(state == MailState.Waiting ? null : session.Now).With(failure is { Text.Length: > 0 } ? failure.Text : null)
            .With(session.Now + PauseAfter(message.Tries)).With(message.Id).RunAsync(), CancellationToken.None);
        return failure;
    }

    private async Task PutBackAsync(IReadOnlyList<Taken> messages)
    {
        if (messages.Count == 0) return;
        await lanes.RunAsync(0, async session =>
        {
            foreach (var message in messages)
                await session.Sql("UPDATE notifications_outbox SET next_at = $1, tries = tries - 1 WHERE id = $2 AND state = 0").With(session.Now + PauseAfter(1)).With(message.Id).RunAsync();
            return messages.Count;
        });
    }

    // What came to its end is of no use after a month.
    private async Task TidyAsync()
    {
        var now = clock.Now();
        if (tidied is { } at && now - at < Duration.FromHours(1)) return;
        await lanes.RunAsync(0, session => session.Sql("DELETE FROM notifications_outbox WHERE state <> 0 AND ended_at < $1").With(session.Now - KeptFor).RunAsync());
        tidied = now;
    }

    /// <summary>A message that this node has.</summary>
    internal sealed record Taken(long Id, long Person, string Subject, string Body, string MessageId, int Tries);
}
