using System.Buffers.Binary;
using System.Text;

namespace MinhBach.TransparencyLog;

/// <summary>What a witness signs: a header, the time and the checkpoint (c2sp.org/tlog-cosignature, Ed25519).</summary>
internal static class CosignedMessage
{
    /// <summary>Bytes of the time before the signature itself.</summary>
    public const int TimeBytes = 8;

    public static byte[] Of(ReadOnlySpan<byte> text, long unixSeconds) =>
        [.. Encoding.ASCII.GetBytes($"cosignature/v1\ntime {LogText.Text(unixSeconds)}\n"), .. text];

    /// <summary>The time of a cosignature in seconds since 1970; null where it has none.</summary>
    public static long? TimeOf(ReadOnlySpan<byte> signature) =>
        signature.Length == TimeBytes + Ed25519.SignatureLength && BinaryPrimitives.ReadInt64BigEndian(signature) is >= 0 and var seconds ? seconds : null;
}
