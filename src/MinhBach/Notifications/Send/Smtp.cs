using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Options;

namespace MinhBach.Notifications;

/// <summary>Brings one message to the mail server, in a connection of its own. Safe for many threads.</summary>
internal sealed class Smtp(IOptions<MailOptions> options)
{
    // RFC 5321 4.2: what begins with 5 stays as it is.
    private const int Permanent = 500;

    // Replies that say something of the server or of who signs in, not of the message.
    private static readonly int[] AboutTheServer = [421, 454, 530, 534, 535, 538];

    /// <summary>Sends it; answers null when the server took it, or what went wrong.</summary>
    public async Task<MailFailure?> SendAsync(string to, string subject, string body, string messageId, CancellationToken cancellation)
    {
        var settings = options.Value;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        try
        {
            if (!MailAddress.TryCreate(to, out var address)) return new(MailFault.Refused, $"'{to}' is no address.");
            using var message = Written(new(settings.From!), address, subject, body, messageId);
            using var client = await ClientAsync(settings, limit.Token);
            await client.SendMailAsync(message, limit.Token);
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(MailFault.Server, string.Create(CultureInfo.InvariantCulture, $"{settings.Host}:{settings.Port} did not answer within {settings.TimeoutSeconds} s."));
        }
        catch (SmtpFailedRecipientException failure)
        {
            return new((int)failure.StatusCode >= Permanent ? MailFault.Refused : MailFault.Message, Told(failure));
        }
        catch (SmtpException failure)
        {
            var code = (int)failure.StatusCode;
            return new(code < 0 || AboutTheServer.Contains(code) ? MailFault.Server : MailFault.Message, Told(failure));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidOperationException or System.Security.Authentication.AuthenticationException)
        {
            return new(MailFault.Server, Told(failure));
        }
    }

    private static MailMessage Written(MailAddress from, MailAddress to, string subject, string body, string messageId)
    {
        var message = new MailMessage(from, to)
        {
            Subject = subject,
            SubjectEncoding = Encoding.UTF8,
            // RFC 2046 4.1.1: lines of text end so, also within base64.
            Body = body.ReplaceLineEndings("\r\n"),
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        message.Headers.Add("Message-ID", messageId);
        // RFC 3834: nobody who is away answers a machine.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static async Task<SmtpClient> ClientAsync(MailOptions settings, CancellationToken cancellation)
    {
        var credentials = string.IsNullOrEmpty(settings.User)
            ? null
            : new NetworkCredential(settings.User, (await File.ReadAllTextAsync(settings.PasswordFile!, cancellation)).Trim());
        return new(settings.Host!, settings.Port) { EnableSsl = settings.Tls, UseDefaultCredentials = false, Credentials = credentials };
    }

    private static string Told(Exception failure)
    {
        const int Most = 500;
        var text = failure.Message;
        for (var inner = failure.InnerException; inner is not null; inner = inner.InnerException) text += " " + inner.Message;
        return text.Length <= Most ? text : text[..Most];
    }
}

/// <summary>Of what a failure speaks.</summary>
internal enum MailFault
{
    /// <summary>The server, or the way to it: other messages would fare alike.</summary>
    Server,

    /// <summary>This message, for now.</summary>
    Message,

    /// <summary>This message, for good.</summary>
    Refused,
}

/// <summary>Why a message was not taken.</summary>
internal sealed record MailFailure(MailFault Fault, string Text);
