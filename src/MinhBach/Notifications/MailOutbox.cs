using System.Globalization;
using System.Net.Mail;
using Microsoft.Extensions.Options;
using MinhBach.Kernel;

namespace MinhBach.Notifications;

/// <summary>Why somebody is written to; people choose by it.</summary>
public enum MailKind
{
    /// <summary>A step that is theirs to do or to give away.</summary>
    OwnStep,

    /// <summary>A step of somebody for whom they answer.</summary>
    OthersStep,

    /// <summary>What a week brings.</summary>
    Week,
}

/// <summary>Takes messages to people, which a sender brings to the mail server later. Safe for many threads.</summary>
public sealed class MailOutbox
{
    private readonly MailOptions options;

    internal MailOutbox(IOptions<MailOptions> options) => this.options = options.Value;

    /// <summary>Whether the city sends mail; if not, nothing is taken.</summary>
    public bool IsOn => options.IsOn;

    /// <summary>The address of a page of the city, for a link.</summary>
    /// <param name="path">Its path, beginning with a slash.</param>
    public string Link(string path) => options.Site?.TrimEnd('/') + path;

    /// <summary>
    /// Takes a message within the transaction of what it tells of, unless mail is off or the person wants none of its kind.
    /// </summary>
    /// <param name="session">The transaction.</param>
    /// <param name="kind">Why it is written.</param>
    /// <param name="person">To whom.</param>
    /// <param name="subject">One line.</param>
    /// <param name="body">Plain text. Nothing in it may be personal data of an applicant: mail is read by many machines.</param>
    /// <returns>Whether it was taken.</returns>
    public async ValueTask<bool> PutAsync(WriteSession session, MailKind kind, long person, string subject, string body)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (!options.IsOn) return false;
        var id = await session.NextIdAsync();
        return await session.Sql($"""
            INSERT INTO notifications_outbox (id, kind, person_id, subject, body, message_id, queued_at, state, tries, next_at)
            SELECT $1, $2, $3, $4, $5, $6, $7, 0, 0, $8 WHERE COALESCE((SELECT {Wanted(kind)} FROM notifications_choice WHERE person_id = $9), {Usually(kind)})
            """)
            .With(id).WithInt((int)kind).With(person).With(subject).With(body).With(MessageId(id, session)).With(session.Now).With(session.Now).With(person).RunAsync() == 1;
    }

    private static string Wanted(MailKind kind) => kind switch
    {
        MailKind.OwnStep => "own_steps",
        MailKind.OthersStep => "others_steps",
        MailKind.Week => "week",
    };

    private static string Usually(MailKind kind) => MailChoice.Usual.Wants(kind) ? "TRUE" : "FALSE";

    // RFC 5322 3.6.4: unique for all time. Another city's ids begin at one too.
    private string MessageId(long id, WriteSession session) =>
        string.Create(CultureInfo.InvariantCulture, $"<{id}.{session.Now.ToUnixTimeTicks():x}@{new MailAddress(options.From!).Host}>");
}
