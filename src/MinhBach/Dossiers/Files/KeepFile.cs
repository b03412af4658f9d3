using Microsoft.Extensions.Options;
using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>A file as a person hands it in.</summary>
/// <param name="Name">The name it bore on their device.</param>
/// <param name="Content">Its bytes; the stream can seek.</param>
public sealed record HandedFile(string Name, Stream Content);

/// <summary>
/// Takes a file in under a draft's name, after looking at its content. It belongs to no dossier until the draft is
/// handed in.
/// </summary>
public sealed class KeepFile
{
    private readonly WriteLanes lanes;
    private readonly FileShelf shelf;
    private readonly UploadOptions options;

    internal KeepFile(WriteLanes lanes, FileShelf shelf, IOptions<UploadOptions> options) => (this.lanes, this.shelf, this.options) = (lanes, shelf, options.Value);

    /// <summary>Keeps the file and answers its id.</summary>
    /// <exception cref="RuleBroken">It is empty, too large, one too many, or not what its name says.</exception>
    public async Task<long> RunAsync(string draft, HandedFile file, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var name = FileNames.Clean(file.Name);
        var kind = KindOf(name, file.Content);
        file.Content.Position = 0;
        var (sha256, length) = await shelf.PutAsync(file.Content, cancellation);
        return await lanes.RunAsync(0, async session =>
        {
            var (count, bytes) = await session.Sql("SELECT COUNT(*), CAST(COALESCE(SUM(length), 0) AS BIGINT) FROM dossiers_file WHERE draft = $1").With(draft)
                .FirstAsync(row => (row.GetInt64(0), row.GetInt64(1)));
            if (count >= options.DossierFiles)
                throw new RuleBroken("file.tooMany", "Mỗi hồ sơ nhận tối đa {0} tệp. Hãy gộp các trang vào một tệp PDF, hoặc xóa bớt tệp đã tải lên.", options.DossierFiles);
            if (bytes + length > options.DossierBytes)
                throw new RuleBroken("file.tooMuch", "Các tệp của một hồ sơ nặng tối đa {0} MB. Hãy giảm dung lượng hoặc xóa bớt tệp đã tải lên.", options.DossierMegabytes);
            var id = await session.NextIdAsync();
            await session.Sql("INSERT INTO dossiers_file (id, draft, name, media_type, length, sha256, added_at) VALUES ($1, $2, $3, $4, $5, $6, $7)")
                .With(id).With(draft).With(name).With(kind.MediaType).With(length).With(sha256).With(session.Now).RunAsync();
            return id;
        }, cancellation);
    }

    private FileKind KindOf(string name, Stream content)
    {
        if (content.Length == 0) throw new RuleBroken("file.empty", "Tệp “{0}” không có nội dung. Hãy chọn lại tệp.", name);
        if (content.Length > options.FileBytes)
            throw new RuleBroken("file.tooLarge", "Tệp “{0}” quá lớn: mỗi tệp tối đa {1} MB. Hãy giảm độ phân giải khi quét hoặc chia thành nhiều tệp.", name, options.FileMegabytes);
        if (FileSniffer.KindOf(content) is not { } kind)
            throw new RuleBroken("file.kind", "Tệp “{0}” không dùng được: nội dung không phải là {1}. Hãy chọn tệp khác.", name, FileKind.Names);
        var extension = Path.GetExtension(name);
        if (!kind.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase))
            throw new RuleBroken("file.extension", "Tên tệp “{0}” không khớp nội dung: đây là tệp {1}. Hãy đổi đuôi thành {2} rồi chọn lại.", name, kind.Name, kind.Extensions[0]);
        return kind;
    }
}
