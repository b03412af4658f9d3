using System.Security.Cryptography;
using System.Text;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Transparency;

/// <summary>
/// Binds an entry to everything that the journal says of the event without telling it: SHA-256 over a salt of 32 bytes and the opened
/// text. Whoever is given both can check; who guesses the text has no salt.
/// </summary>
public static class EntryCommitment
{
    /// <summary>Bytes of a salt, and of a dossier's secret.</summary>
    public const int SaltBytes = 32;

    /// <summary>The text that is committed to: name, time in microseconds since 1970, who, and the event, each on a line of its own.</summary>
    /// <param name="name">The event's name.</param>
    /// <param name="at">When it was recorded.</param>
    /// <param name="actor">Who, in the journal's JSON.</param>
    /// <param name="data">The event, in the journal's JSON.</param>
    public static string Text(string name, Instant at, string actor, string data) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}\n{at.ToUnixMicroseconds()}\n{actor}\n{data}");

    /// <summary>The salt of one entry, which tells nothing of the dossier's secret or of other entries: HMAC-SHA-256 of its number.</summary>
    /// <param name="secret">The dossier's.</param>
    /// <param name="number">The entry's number in the dossier.</param>
    public static byte[] Salt(ReadOnlySpan<byte> secret, int number)
    {
        Span<byte> message = stackalloc byte[sizeof(int)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(message, number);
        return HMACSHA256.HashData(secret, message);
    }

    /// <summary>The commitment, in base64.</summary>
    public static string Of(ReadOnlySpan<byte> salt, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        return Convert.ToBase64String(hash.GetHashAndReset());
    }
}
