using System.Buffers.Binary;
using System.Security.Cryptography;
using NodaTime;

namespace MinhBach.TransparencyLog;

/// <summary>A private Ed25519 key with the name under which it signs. It lies in libcrypto's memory, which is wiped when this is disposed of.</summary>
public sealed class SignerKey : IDisposable
{
    private const string Prefix = "PRIVATE+KEY+";

    private readonly Ed25519 _key;

    private SignerKey(string name, SignatureKind kind, Ed25519 key) =>
        (_key, Verifier) = (key, VerifierKey.Of(name, kind, key.PublicKey()));

    /// <summary>The public key, to be made known.</summary>
    public VerifierKey Verifier { get; }

    /// <summary>Makes a key from the system's randomness.</summary>
    /// <param name="name">Not empty, without spaces and plus; a URL without its scheme is usual. A log's is its origin.</param>
    /// <param name="kind"><see cref="SignatureKind.Ed25519"/> for a log, <see cref="SignatureKind.Cosignature"/> for a witness.</param>
    /// <exception cref="LogException">The name cannot be a key's.</exception>
    public static SignerKey Generate(string name, SignatureKind kind = SignatureKind.Ed25519)
    {
        var seed = RandomNumberGenerator.GetBytes(Ed25519.SeedLength);
        try
        {
            return Of(name, kind, seed);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    /// <summary>Reads a key as <see cref="Export"/> writes it, which is how Go's <c>sumdb/note</c> writes it.</summary>
    /// <exception cref="LogException">It is none, or its id is not its own. The message does not repeat it.</exception>
    public static SignerKey Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.StartsWith(Prefix, StringComparison.Ordinal)) throw new LogException($"A private key does not begin with {Prefix}.");
        if (text.Split('+', 5) is not [_, _, _, _, var secret] || !Convert.TryFromBase64String(secret, new byte[secret.Length], out _))
            throw new LogException("A private key is not written as PRIVATE+KEY+name+id+key.");
        var (name, id, kind, seed) = VerifierKey.Split(text[Prefix.Length..]);
        try
        {
            var key = Of(name, kind, seed);
            if (key.Verifier.Id == id) return key;
            key.Dispose();
            throw new LogException(FormattableString.Invariant($"The private key of {name} has not the id {id:x8}."));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    /// <summary>Writes the private key. To be kept where nobody else can read it: <see cref="SignerKeyFile"/>.</summary>
    public string Export()
    {
        var seed = _key.Seed();
        try
        {
            return Prefix + VerifierKey.Join(Verifier.Name, Verifier.Id, Verifier.Kind, seed);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    /// <summary>Signs the text of a note.</summary>
    /// <param name="text">Ends in a newline.</param>
    /// <exception cref="InvalidOperationException">The key is a witness's: it states a time, by <see cref="Cosign"/>.</exception>
    public NoteSignature Sign(string text)
    {
        if (Verifier.Kind != SignatureKind.Ed25519) throw new InvalidOperationException($"{Verifier.Name} cosigns with a time.");
        return new(Verifier.Name, Verifier.Id, _key.Sign(LogText.ToUtf8(text, "a note")));
    }

    /// <summary>Cosigns the text of a checkpoint: at this time it was the largest of its log that this witness had seen, and consistent with all before.</summary>
    /// <param name="text">The checkpoint's text.</param>
    /// <param name="now">The time, cut to the second; 1970 or later.</param>
    /// <exception cref="InvalidOperationException">The key is no witness's.</exception>
    public NoteSignature Cosign(string text, Instant now)
    {
        if (Verifier.Kind != SignatureKind.Cosignature) throw new InvalidOperationException($"{Verifier.Name} is not the key of a witness.");
        var seconds = now.ToUnixTimeSeconds();
        ArgumentOutOfRangeException.ThrowIfNegative(seconds, nameof(now));
        var signature = new byte[CosignedMessage.TimeBytes + Ed25519.SignatureLength];
        BinaryPrimitives.WriteInt64BigEndian(signature, seconds);
        _key.Sign(CosignedMessage.Of(LogText.ToUtf8(text, "a checkpoint"), seconds)).CopyTo(signature, CosignedMessage.TimeBytes);
        return new(Verifier.Name, Verifier.Id, signature);
    }

    /// <summary>Wipes the key from memory.</summary>
    public void Dispose() => _key.Dispose();

    private static SignerKey Of(string name, SignatureKind kind, byte[] seed)
    {
        if (kind == SignatureKind.EcdsaP256) throw new LogException("ECDSA keys verify here, they do not sign.");
        if (seed.Length != Ed25519.SeedLength) throw new LogException(FormattableString.Invariant($"A private Ed25519 key has {Ed25519.SeedLength} bytes, not {seed.Length}."));
        var key = new Ed25519(seed);
        try
        {
            return new(name, kind, key);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }
}
