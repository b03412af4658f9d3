using System.Security.Cryptography;
using System.Text;

namespace MinhBach.ProcessMining;

/// <summary>
/// Stands made-up ids in for real ones: the first 80 bits of HMAC-SHA-256 (RFC 2104) in base 32. One name has one
/// pseudonym under one key, so that a log hangs together; without the key nobody can check a guess of the name.
/// This hides names, not behaviour: who knows when a case began can still find it in the log.
/// </summary>
public sealed class Pseudonyms
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz234567";

    private readonly byte[]? _key;

    private Pseudonyms(byte[]? key) => _key = key;

    /// <summary>The real names. To be chosen in words, and only for a file that stays where the names are known anyway.</summary>
    public static Pseudonyms RealNames { get; } = new(null);

    /// <summary>Pseudonyms under a key, the same in every log that is written with it.</summary>
    /// <param name="key">At least 16 bytes that nobody can guess.</param>
    /// <exception cref="ArgumentException">The key is shorter.</exception>
    public static Pseudonyms Under(ReadOnlySpan<byte> key) =>
        key.Length >= 16 ? new Pseudonyms(key.ToArray()) : throw new ArgumentException("A key has at least 16 bytes.", nameof(key));

    /// <summary>Pseudonyms under a key that is made up now and forgotten: two logs cannot be joined.</summary>
    public static Pseudonyms OfThisLog() => new(RandomNumberGenerator.GetBytes(32));

    /// <summary>What stands for a name.</summary>
    /// <param name="kind">What is named, <c>case</c> or <c>resource</c>: a case and a person of one name have two pseudonyms.</param>
    /// <param name="name">The real name.</param>
    /// <returns>Sixteen letters and digits; the name itself with <see cref="RealNames"/>, and an empty name as it is.</returns>
    public string Of(string kind, string name)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(name);
        if (_key is null || name.Length == 0)
            return name;
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{kind}\0{name}"), hash);
        return Base32(hash[..10]);
    }

    /// <summary>Whether names are written as they are.</summary>
    internal bool AreReal => _key is null;

    private static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(16);
        var held = 0;
        var bits = 0;
        foreach (var one in bytes)
        {
            held = (held << 8) | one;
            for (bits += 8; bits >= 5;)
                text.Append(Letters[(held >> (bits -= 5)) & 31]);
            held &= 31;
        }

        return text.ToString();
    }
}
