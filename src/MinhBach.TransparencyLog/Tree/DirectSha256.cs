namespace MinhBach.TransparencyLog;

/// <summary>
/// SHA-256 by libcrypto's own functions, which take the processor's SHA instructions where it has them. What the framework and
/// libcrypto do around them for every message costs four times as much as hashing two hundred bytes.
/// </summary>
internal static unsafe class DirectSha256
{
    // SHA256_CTX has 112.
    private const int ContextBytes = 128;

    // The garbage collector waits for a call to end.
    private const int MostAtOnce = 4096;

    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<byte*, int> Init = (delegate* unmanaged[Cdecl, SuppressGCTransition]<byte*, int>)Libcrypto.Find("SHA256_Init");
    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<byte*, byte*, nuint, int> Update = (delegate* unmanaged[Cdecl, SuppressGCTransition]<byte*, byte*, nuint, int>)Libcrypto.Find("SHA256_Update");
    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<byte*, byte*, int> Final = (delegate* unmanaged[Cdecl, SuppressGCTransition]<byte*, byte*, int>)Libcrypto.Find("SHA256_Final");

    /// <summary>Whether libcrypto is there and has them: OpenSSL calls them deprecated.</summary>
    public static bool IsSupported { get; } = Init != null && Update != null && Final != null;

    /// <summary>Hashes one byte and then a message.</summary>
    public static TreeHash Hash(byte prefix, ReadOnlySpan<byte> message)
    {
        var context = stackalloc byte[ContextBytes];
        var hash = stackalloc byte[TreeHash.Length];
        _ = Init(context);
        _ = Update(context, &prefix, 1);
        fixed (byte* first = message)
        {
            for (var at = 0; at < message.Length; at += MostAtOnce)
                _ = Update(context, first + at, (nuint)Math.Min(MostAtOnce, message.Length - at));
        }

        _ = Final(hash, context);
        return new(new ReadOnlySpan<byte>(hash, TreeHash.Length));
    }
}
