using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using MinhBach.TransparencyLog;

namespace MinhBach.Transparency;

/// <summary>
/// The text of a compact proof, deflated as if the words that such texts are made of had come before it (docs/log-proofs.md): they
/// cost nothing then. Browsers inflate without dictionaries, so the words are put in front as a block that is not deflated.
/// </summary>
internal static class CompactText
{
    private const int MostBytes = 1 << 18;

    /// <summary>The words. Codes on paper need them for ever: never changed, only followed by another version.</summary>
    internal static byte[] Dictionary { get; } = Load();

    public static byte[] Deflate(ReadOnlySpan<byte> text)
    {
        using var bytes = new MemoryStream();
        long known;
        using (var deflating = new DeflateStream(bytes, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflating.Write(Dictionary);
            // Ends at a whole byte, with all that came so far in memory.
            deflating.Flush();
            known = bytes.Length;
            deflating.Write(text);
        }

        return bytes.GetBuffer()[(int)known..(int)bytes.Length];
    }

    /// <exception cref="LogException">It is no such text, or too long.</exception>
    public static string Inflate(ReadOnlySpan<byte> bytes)
    {
        using var inflating = new DeflateStream(new MemoryStream([.. StoredDictionary(), .. bytes]), CompressionMode.Decompress);
        var text = new byte[Dictionary.Length + MostBytes + 1];
        try
        {
            var length = inflating.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
            if (length == text.Length) throw new LogException($"The text of a compact proof is longer than {MostBytes} bytes.");
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(text.AsSpan(0, length)[Dictionary.Length..]);
        }
        catch (Exception broken) when (broken is InvalidDataException or DecoderFallbackException)
        {
            throw new LogException("The text of a compact proof cannot be read.", broken);
        }
    }

    // RFC 1951 section 3.2.4: not the last block, not deflated; its length, the same inverted, and the bytes.
    private static byte[] StoredDictionary()
    {
        var block = new byte[5 + Dictionary.Length];
        BinaryPrimitives.WriteUInt16LittleEndian(block.AsSpan(1), (ushort)Dictionary.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(block.AsSpan(3), (ushort)~Dictionary.Length);
        Dictionary.CopyTo(block, 5);
        return block;
    }

    private static byte[] Load()
    {
        using var file = typeof(CompactText).Assembly.GetManifestResourceStream("transparency/compact-proof.v1.txt")!;
        var words = new byte[file.Length];
        file.ReadExactly(words);
        return words;
    }
}
