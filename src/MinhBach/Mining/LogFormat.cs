using System.IO.Compression;
using System.Text;

namespace MinhBach.Mining;

/// <summary>What a file of a log is written in.</summary>
public enum LogFormat
{
    /// <summary>IEEE 1849 XES.</summary>
    Xes,

    /// <summary>One event a row.</summary>
    Csv,

    /// <summary>OCEL 2.0 as JSON.</summary>
    OcelJson,

    /// <summary>OCEL 2.0 as XML.</summary>
    OcelXml,
}

/// <summary>Tells formats apart by what is in the file; names lie.</summary>
internal static class LogFormats
{
    private const int Look = 4_096;

    /// <summary>Looks at the beginning of a stream and winds it back.</summary>
    public static LogFormat Of(Stream stream)
    {
        var start = Beginning(stream).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return start.StartsWith('{') ? LogFormat.OcelJson
            : !start.StartsWith('<') ? LogFormat.Csv
            : start.Contains("<ocel", StringComparison.OrdinalIgnoreCase) || start.Contains(":ocel", StringComparison.OrdinalIgnoreCase) || start.Contains("<object-types", StringComparison.Ordinal) ? LogFormat.OcelXml
            : LogFormat.Xes;
    }

    private static string Beginning(Stream stream)
    {
        var bytes = new byte[Look];
        var read = stream.ReadAtLeast(bytes, Look, throwOnEndOfStream: false);
        stream.Position = 0;
        if (read < 2 || bytes[0] != 0x1f || bytes[1] != 0x8b) return Text(bytes.AsSpan(0, read));
        try
        {
            using var unpacking = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
            return Text(bytes.AsSpan(0, unpacking.ReadAtLeast(bytes, Look, throwOnEndOfStream: false)));
        }
        catch (InvalidDataException)
        {
            // Its reader says what is wrong.
            return "";
        }
        finally
        {
            stream.Position = 0;
        }
    }

    private static string Text(ReadOnlySpan<byte> bytes) =>
        (bytes is [0xff, 0xfe, ..] ? Encoding.Unicode : bytes is [0xfe, 0xff, ..] ? Encoding.BigEndianUnicode : Encoding.UTF8).GetString(bytes);
}
