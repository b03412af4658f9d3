namespace MinhBach.Dossiers;

/// <summary>Tells what a file is from its content alone; its name proves nothing.</summary>
internal static class FileSniffer
{
    private static readonly string[] HeicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];

    /// <summary>The kind of a file; null when it is none that may be handed in.</summary>
    /// <param name="file">A stream that can seek; read from its start.</param>
    public static FileKind? KindOf(Stream file)
    {
        Span<byte> head = stackalloc byte[16];
        file.Position = 0;
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        head = head[..read];
        if (head.StartsWith("%PDF-"u8)) return FileKind.Pdf;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return FileKind.Jpeg;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return FileKind.Png;
        if (read >= 12 && head[4..8].SequenceEqual("ftyp"u8))
            return HeicBrands.Contains(System.Text.Encoding.ASCII.GetString(head[8..12])) ? FileKind.Heic : null;
        return head.StartsWith("PK\u0003\u0004"u8) ? OfficeKindOf(file) : null;
    }

    private static FileKind? OfficeKindOf(Stream file)
    {
        if (ZipDirectory.NamesOf(file) is not { } names) return null;
        // A document that carries a program is not a paper.
        if (names.Any(name => name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Basic/", StringComparison.Ordinal))) return null;
        if (names.Contains("[Content_Types].xml"))
            return names.Contains("word/document.xml") ? FileKind.Docx : names.Contains("xl/workbook.xml") ? FileKind.Xlsx : null;
        return names.Contains("mimetype") && names.Contains("content.xml") && IsOpenText(file) ? FileKind.Odt : null;
    }

    // OpenDocument 1.3, part 2, 3.3: the first entry is "mimetype", stored as it is, so that it stands at a fixed place.
    private static bool IsOpenText(Stream file)
    {
        Span<byte> head = stackalloc byte[38 + 39];
        file.Position = 0;
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return read == head.Length && head[30..38].SequenceEqual("mimetype"u8) && head[38..].SequenceEqual("application/vnd.oasis.opendocument.text"u8);
    }
}
