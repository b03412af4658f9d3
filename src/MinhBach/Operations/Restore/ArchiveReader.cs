using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using MinhBach.Dossiers;
using MinhBach.Kernel;

namespace MinhBach.Operations;

/// <summary>Unpacks an archive into a folder, and holds everything in it against what it must be.</summary>
internal sealed partial class ArchiveReader(string path, DatabaseKind kind)
{
    // Nothing but an archive's own entries is unpacked: a name can lead nowhere else.
    [GeneratedRegex(@"^(?:files/[0-9a-f]{2}/(?<sha256>[0-9a-f]{64})|(?<key>keys/[A-Za-z0-9][A-Za-z0-9._-]*))\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Content();

    /// <exception cref="RuleBroken">The archive is broken, of another kind or of another time.</exception>
    public async Task<(ArchiveHead Head, ArchiveEnd End)> UnpackAsync(string folder, Action<double> reached, CancellationToken cancellation)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
            await using var zip = new GZipStream(file, CompressionMode.Decompress);
            await using var tar = new TarReader(zip);
            var head = await HeadAsync(tar, cancellation);
            var end = await RestAsync(tar, folder, () => reached((double)file.Position / file.Length), cancellation);
            // To the end: only there does the archive say whether it was read as it was written.
            await zip.CopyToAsync(Stream.Null, cancellation);
            return (head, end);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or FormatException or JsonException)
        {
            throw Broken(broken.Message);
        }
    }

    private async Task<ArchiveHead> HeadAsync(TarReader tar, CancellationToken cancellation)
    {
        var entry = await tar.GetNextEntryAsync(cancellationToken: cancellation);
        if (entry is not { Name: CityArchive.Head, DataStream: { } content }) throw Broken("không phải bản sao lưu của minhbach / no archive of minhbach");
        var head = (await JsonSerializer.DeserializeAsync<ArchiveHead>(content, KernelJson.Options, cancellation))!;
        if (head.Format != CityArchive.Format) throw new RuleBroken("restore.format", "Bản sao lưu {0} do phiên bản mới hơn tạo ({1}). Hãy dùng phiên bản đó để khôi phục.", path, head.Program);
        if (head.Kind == kind) return head;
        throw new RuleBroken("restore.kind", "Bản sao lưu {0} là của {1}; hãy khôi phục vào {1} (SQLite: --data, PostgreSQL: --database).", path, head.Kind == DatabaseKind.Sqlite ? "SQLite" : "PostgreSQL");
    }

    private async Task<ArchiveEnd> RestAsync(TarReader tar, string folder, Action read, CancellationToken cancellation)
    {
        var (files, keys) = (0, 0);
        (long Length, string Sha256)? database = null;
        while (await tar.GetNextEntryAsync(cancellationToken: cancellation) is { } entry)
        {
            read();
            if (entry.DataStream is not { } content) throw Broken(entry.Name);
            if (entry.Name == CityArchive.End)
            {
                var end = (await JsonSerializer.DeserializeAsync<ArchiveEnd>(content, KernelJson.Options, cancellation))!;
                if (end != new ArchiveEnd(database?.Length ?? 0, database?.Sha256 ?? "", files, keys)) throw Broken(CityArchive.End);
                return end;
            }

            var place = Path.Combine(folder, entry.Name);
            if (entry.Name == CityArchive.DatabaseOf(kind))
            {
                database = await WriteAsync(content, place, read, cancellation);
                continue;
            }

            var name = Content().Match(entry.Name);
            if (!name.Success) throw Broken(entry.Name);
            var (_, sha256) = await WriteAsync(content, place, read, cancellation);
            if (name.Groups["key"].Success) keys++;
            else if (name.Groups["sha256"].Value == sha256 && entry.Name == KeptFiles.PlaceOf(sha256).Replace('\\', '/')) files++;
            else throw Broken(entry.Name);
        }

        throw Broken("thiếu đoạn cuối / its end is missing");
    }

    private static async Task<(long Length, string Sha256)> WriteAsync(Stream content, string place, Action read, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new FileStream(place, options);
        var buffer = new byte[1 << 17];
        for (int count; (count = await content.ReadAsync(buffer, cancellation)) > 0; read())
        {
            hash.AppendData(buffer, 0, count);
            await file.WriteAsync(buffer.AsMemory(0, count), cancellation);
        }

        file.Flush(flushToDisk: true);
        return (file.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private RuleBroken Broken(string detail) =>
        new("restore.broken", "Bản sao lưu {0} hỏng hoặc không trọn vẹn ({1}). Chưa có gì được khôi phục; hãy dùng bản khác.", path, detail);
}
