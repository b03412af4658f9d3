using System.Buffers.Binary;
using System.Text;

namespace MinhBach.Dossiers;

/// <summary>
/// Reads the names in a ZIP archive's directory and nothing else: no entry is ever unpacked, so an archive that would
/// unpack to terabytes costs as little as any other (PKWARE APPNOTE 4.3.12, 4.3.16).
/// </summary>
internal static class ZipDirectory
{
    private const int MaxEntries = 5_000;
    private const int MaxDirectoryBytes = 1 << 20;
    private const int EndLength = 22;

    /// <summary>The names of all entries; null when the directory is broken or unreasonably large.</summary>
    public static IReadOnlySet<string>? NamesOf(Stream file)
    {
        if (EndOf(file) is not { } end) return null;
        var count = BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(10));
        var size = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(12));
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(16));
        if (count > MaxEntries || size > MaxDirectoryBytes || offset + size > file.Length) return null;
        var directory = new byte[size];
        file.Position = offset;
        file.ReadExactly(directory);
        return Names(directory, count);
    }

    private static HashSet<string>? Names(ReadOnlySpan<byte> directory, int count)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            if (directory.Length < 46 || !directory.StartsWith("PK\u0001\u0002"u8)) return null;
            var name = BinaryPrimitives.ReadUInt16LittleEndian(directory[28..]);
            var rest = BinaryPrimitives.ReadUInt16LittleEndian(directory[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(directory[32..]);
            if (directory.Length < 46 + name + rest) return null;
            names.Add(Encoding.UTF8.GetString(directory.Slice(46, name)));
            directory = directory[(46 + name + rest)..];
        }

        return names;
    }

    private static byte[]? EndOf(Stream file)
    {
        // The end record may be followed by a comment of up to 65,535 bytes.
        var tail = new byte[(int)Math.Min(file.Length, EndLength + 65_535)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        return at >= 0 && tail.Length - at >= EndLength ? tail[at..(at + EndLength)] : null;
    }
}
