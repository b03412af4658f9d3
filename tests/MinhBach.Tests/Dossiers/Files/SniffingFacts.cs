using System.IO.Compression;
using System.Text;
using MinhBach.Dossiers;

namespace MinhBach.Tests.Dossiers.Files;

public sealed class SniffingFacts
{
    [Fact]
    public void Each_kind_is_known_by_its_content()
    {
        Assert.Same(FileKind.Pdf, KindOf("%PDF-1.7\n"u8));
        Assert.Same(FileKind.Jpeg, KindOf([0xFF, 0xD8, 0xFF, 0xE0, 0, 16]));
        Assert.Same(FileKind.Png, KindOf([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]));
        Assert.Same(FileKind.Heic, KindOf("\0\0\0\u0018ftypheic\0\0\0\0"u8));
        Assert.Same(FileKind.Docx, KindOf(Zip("[Content_Types].xml", "word/document.xml")));
        Assert.Same(FileKind.Xlsx, KindOf(Zip("[Content_Types].xml", "xl/workbook.xml")));
        Assert.Same(FileKind.Odt, KindOf(OpenText()));
    }

    [Fact]
    public void What_is_none_of_them_is_refused()
    {
        Assert.Null(KindOf("MZ\u0090\0\u0003"u8));
        Assert.Null(KindOf("<html><script>"u8));
        Assert.Null(KindOf("\0\0\0\u0018ftypmp42\0\0\0\0"u8));
        Assert.Null(KindOf(Zip("a.txt")));
        Assert.Null(KindOf("PK\u0003\u0004 and then nothing"u8));
        Assert.Null(KindOf([]));
    }

    [Fact]
    public void A_document_with_a_program_inside_is_refused() =>
        Assert.Null(KindOf(Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")));

    [Fact]
    public void A_bomb_costs_no_more_than_its_directory()
    {
        // 64 MB of zeros pack into some tens of kilobytes; nothing here unpacks them.
        var bomb = Zip([("[Content_Types].xml", new byte[16]), ("word/document.xml", new byte[64 << 20])]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Same(FileKind.Docx, KindOf(bomb));

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
    }

    [Theory]
    [InlineData("C:\\Users\\an\\tờ khai.pdf", "tờ khai.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("a\u202efdp.exe", "afdp.exe")]
    [InlineData("  ", "tep")]
    public void Names_are_made_harmless(string given, string kept) => Assert.Equal(kept, FileNames.Clean(given));

    private static FileKind? KindOf(ReadOnlySpan<byte> content)
    {
        using var file = new MemoryStream(content.ToArray());
        return FileSniffer.KindOf(file);
    }

    private static byte[] Zip(params string[] names) => Zip([.. names.Select(name => (name, new byte[16]))]);

    private static byte[] Zip((string Name, byte[] Content)[] entries)
    {
        using var made = new MemoryStream();
        using (var zip = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return made.ToArray();
    }

    private static byte[] OpenText()
    {
        using var made = new MemoryStream();
        using (var zip = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var type = zip.CreateEntry("mimetype", CompressionLevel.NoCompression).Open())
                type.Write(Encoding.ASCII.GetBytes("application/vnd.oasis.opendocument.text"));
            using var content = zip.CreateEntry("content.xml").Open();
            content.Write(new byte[16]);
        }

        return made.ToArray();
    }
}
