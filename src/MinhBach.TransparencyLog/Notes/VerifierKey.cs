using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using NodaTime;

namespace MinhBach.TransparencyLog;

/// <summary>A public key with the name under which it signs, written as a vkey (c2sp.org/signed-note).</summary>
public sealed class VerifierKey : IEquatable<VerifierKey>
{
    private const int P256PointBytes = 64;

    private readonly byte[] _material;

    private VerifierKey(string name, SignatureKind kind, byte[] material) =>
        (Name, Kind, _material, Id) = (name, kind, material, IdOf(name, kind, material));

    // What stands before the two coordinates in the DER of every uncompressed key on P-256. Of other DER the framework's
    // reader throws what it likes.
    private static ReadOnlySpan<byte> P256Start =>
        [0x30, 0x59, 0x30, 0x13, 6, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1, 6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7, 3, 0x42, 0, 4];

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>How it signs.</summary>
    public SignatureKind Kind { get; }

    /// <summary>Four bytes of a hash, by which signatures name the key. Others may have the same.</summary>
    public uint Id { get; }

    /// <summary>The public key: 32 bytes of Ed25519, or an ECDSA key's SubjectPublicKeyInfo.</summary>
    public ReadOnlyMemory<byte> Material => _material;

    /// <summary>Takes a public key.</summary>
    /// <param name="name">Not empty, without spaces and plus; a URL without its scheme is usual.</param>
    /// <param name="kind">How it signs.</param>
    /// <param name="material">32 bytes of Ed25519, or the DER of an ECDSA key's SubjectPublicKeyInfo.</param>
    /// <exception cref="LogException">The name or the key is none.</exception>
    public static VerifierKey Of(string name, SignatureKind kind, ReadOnlySpan<byte> material)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!LogText.IsKeyName(name)) throw new LogException($"'{name}' cannot be the name of a key.");
        if (kind == SignatureKind.EcdsaP256)
        {
            using var _ = EcdsaOf(material, name);
        }
        else if (material.Length != Ed25519.PublicKeyLength)
        {
            throw new LogException(FormattableString.Invariant($"The Ed25519 key of {name} has {material.Length} bytes, not {Ed25519.PublicKeyLength}."));
        }

        return new(name, kind, material.ToArray());
    }

    /// <summary>Reads a vkey: <c>name+id+key</c>.</summary>
    /// <exception cref="LogException">It is no vkey, its id is not that of its key, or its type is not supported.</exception>
    public static VerifierKey Parse(string vkey)
    {
        ArgumentNullException.ThrowIfNull(vkey);
        var (name, id, kind, material) = Split(vkey);
        var key = Of(name, kind, material);
        return key.Id == id ? key : throw new LogException(FormattableString.Invariant($"The key of {name} has the id {key.Id:x8}, not {id:x8}."));
    }

    /// <summary>Whether a signature over a text is this key's. Never throws for what it is given.</summary>
    /// <param name="text">The note's text.</param>
    /// <param name="signature">What stands in the signature line behind the key's id.</param>
    public bool Verifies(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature) => Kind switch
    {
        SignatureKind.Ed25519 => Ed25519.Verify(_material, text, signature),
        SignatureKind.EcdsaP256 => VerifiesEcdsa(text, signature),
        SignatureKind.Cosignature => CosignedMessage.TimeOf(signature) is { } time && Ed25519.Verify(_material, CosignedMessage.Of(text, time), signature[CosignedMessage.TimeBytes..]),
    };

    /// <summary>When a witness says it cosigned, to the second. Means nothing before the signature was verified.</summary>
    /// <param name="signature">A signature of a key of the kind <see cref="SignatureKind.Cosignature"/>.</param>
    /// <exception cref="LogException">The signature is another key's, or has no time.</exception>
    public Instant TimeOf(NoteSignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return Kind == SignatureKind.Cosignature && IsOf(signature) && CosignedMessage.TimeOf(signature.Bytes.Span) is { } seconds && seconds <= Instant.MaxValue.ToUnixTimeSeconds()
            ? Instant.FromUnixTimeSeconds(seconds)
            : throw new LogException($"The signature of {signature.Name} is no cosignature of {this} with a time.");
    }

    /// <summary>Whether a signature line names this key.</summary>
    public bool IsOf(NoteSignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return signature.KeyId == Id && signature.Name == Name;
    }

    /// <summary>Whether both are the same public key, under whatever names.</summary>
    public bool HasKeyOf(VerifierKey other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _material.AsSpan().SequenceEqual(other._material);
    }

    /// <summary>Whether name, kind and key are the same.</summary>
    public bool Equals(VerifierKey? other) => other is not null && Name == other.Name && Kind == other.Kind && HasKeyOf(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as VerifierKey);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Id;

    /// <summary>The vkey.</summary>
    public override string ToString() => Join(Name, Id, Kind, _material);

    /// <summary>Takes a key apart that is written as <c>name+id+base64(type, key)</c>.</summary>
    internal static (string Name, uint Id, SignatureKind Kind, byte[] Material) Split(string key)
    {
        // The key itself is base64 and may hold a plus.
        var parts = key.Split('+', 3);
        if (parts.Length != 3 || parts[1].Length != 8 || !uint.TryParse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id))
            throw new LogException("A key is not written as name+id+key.");
        var bytes = LogText.FromBase64(parts[2], "a key");
        if (bytes.Length == 0 || !Enum.IsDefined((SignatureKind)bytes[0]))
            throw new LogException($"The key of {parts[0]} is of a type that is not supported: {(bytes.Length == 0 ? "none" : LogText.Text(bytes[0]))}.");
        return (parts[0], id, (SignatureKind)bytes[0], bytes[1..]);
    }

    internal static string Join(string name, uint id, SignatureKind kind, ReadOnlySpan<byte> material)
    {
        byte[] bytes = [(byte)kind, .. material];
        var text = FormattableString.Invariant($"{name}+{id:x8}+{Convert.ToBase64String(bytes)}");
        CryptographicOperations.ZeroMemory(bytes);
        return text;
    }

    // ECDSA keys had ids before there were names and types in them.
    private static uint IdOf(string name, SignatureKind kind, byte[] material) => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(
        kind == SignatureKind.EcdsaP256 ? material : [.. LogText.ToUtf8(name, "a key's name"), (byte)'\n', (byte)kind, .. material]));

    private static ECDsa EcdsaOf(ReadOnlySpan<byte> material, string name)
    {
        if (material.Length != P256Start.Length + P256PointBytes || !material.StartsWith(P256Start))
            throw new LogException($"The ECDSA key of {name} is not the DER of one on P-256.");
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(material, out _);
            return key;
        }
        catch (CryptographicException broken)
        {
            key.Dispose();
            throw new LogException($"The ECDSA key of {name} is no point of P-256.", broken);
        }
    }

    private bool VerifiesEcdsa(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        using var key = EcdsaOf(_material, Name);
        try
        {
            return key.VerifyData(text, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
