using System.Security.Cryptography;

namespace MinhBach.TransparencyLog;

/// <summary>Ed25519 (RFC 8032) by the system's OpenSSL 3; the framework has none.</summary>
internal sealed class Ed25519 : IDisposable
{
    public const int SeedLength = 32;
    public const int PublicKeyLength = 32;
    public const int SignatureLength = 64;

    private readonly EvpKey _key;

    /// <summary>A private key from its 32 bytes, which the caller wipes.</summary>
    /// <exception cref="PlatformNotSupportedException">OpenSSL 3 is absent.</exception>
    public Ed25519(ReadOnlySpan<byte> seed)
    {
        Libcrypto.Require();
        _key = new(Libcrypto.NewPrivateKey(Libcrypto.Ed25519Type, 0, seed, (nuint)seed.Length));
        if (_key.IsInvalid) throw Failure("take a private key");
    }

    /// <summary>Whether a signature over a message is that of a public key. Never throws for what it is given.</summary>
    /// <exception cref="PlatformNotSupportedException">OpenSSL 3 is absent.</exception>
    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        Libcrypto.Require();
        if (publicKey.Length != PublicKeyLength || signature.Length != SignatureLength) return false;
        using var key = new EvpKey(Libcrypto.NewPublicKey(Libcrypto.Ed25519Type, 0, publicKey, (nuint)publicKey.Length));
        if (key.IsInvalid) return Refused();
        var context = Libcrypto.NewContext();
        try
        {
            return (Libcrypto.VerifyInit(context, 0, 0, 0, key) == 1
                && Libcrypto.Verify(context, signature, (nuint)signature.Length, message, (nuint)message.Length) == 1) || Refused();
        }
        finally
        {
            Libcrypto.FreeContext(context);
        }
    }

    /// <summary>The public key.</summary>
    public byte[] PublicKey()
    {
        var bytes = new byte[PublicKeyLength];
        var length = (nuint)bytes.Length;
        return Libcrypto.GetPublicKey(_key, bytes, ref length) == 1 ? bytes : throw Failure("give a public key");
    }

    /// <summary>The private key, which the caller wipes.</summary>
    public byte[] Seed()
    {
        var bytes = new byte[SeedLength];
        var length = (nuint)bytes.Length;
        return Libcrypto.GetPrivateKey(_key, bytes, ref length) == 1 ? bytes : throw Failure("give a private key");
    }

    /// <summary>The 64 bytes of a signature.</summary>
    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        var signature = new byte[SignatureLength];
        var length = (nuint)signature.Length;
        var context = Libcrypto.NewContext();
        try
        {
            return Libcrypto.SignInit(context, 0, 0, 0, _key) == 1
                && Libcrypto.Sign(context, signature, ref length, message, (nuint)message.Length) == 1
                ? signature
                : throw Failure("sign");
        }
        finally
        {
            Libcrypto.FreeContext(context);
        }
    }

    public void Dispose() => _key.Dispose();

    // What libcrypto remembers of a failure is kept for each thread, and would be found by somebody else.
    private static bool Refused()
    {
        Libcrypto.ClearErrors();
        return false;
    }

    private static CryptographicException Failure(string what)
    {
        Libcrypto.ClearErrors();
        return new($"libcrypto did not {what}.");
    }
}
