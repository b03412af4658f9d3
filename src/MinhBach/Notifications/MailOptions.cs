using System.ComponentModel.DataAnnotations;

namespace MinhBach.Notifications;

/// <summary>The server that takes the city's mail, section <c>Mail</c>. Without a host nothing is written to anybody.</summary>
public sealed class MailOptions
{
    /// <summary>Name or address of the SMTP server. Default: none, mail is off.</summary>
    public string? Host { get; set; }

    /// <summary>Its port (1–65,535). Default 587.</summary>
    [Range(1, 65_535)]
    public int Port { get; set; } = 587;

    /// <summary>Whether the connection has to be encrypted (STARTTLS; a port that speaks TLS from the first byte, such as 465, is not supported). Default yes.</summary>
    public bool Tls { get; set; } = true;

    /// <summary>Whom to sign in as. Default: nobody.</summary>
    public string? User { get; set; }

    /// <summary>The file with the password, one line; read at every message, so that a new one needs no start.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>Who writes, such as <c>MinhBach &lt;khong-tra-loi@thanhpho.example&gt;</c>.</summary>
    public string? From { get; set; }

    /// <summary>The city's own address, to which links lead, such as <c>https://minhbach.thanhpho.example</c>.</summary>
    public string? Site { get; set; }

    /// <summary>Seconds after which a server that does not answer is given up (1–120). Default 20.</summary>
    [Range(1, 120)]
    public int TimeoutSeconds { get; set; } = 20;

    /// <summary>Whether mail is sent at all.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(Host);
}
