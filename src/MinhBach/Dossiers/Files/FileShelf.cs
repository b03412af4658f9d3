using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>
/// Keeps contents under <c>files/xx/&lt;sha256&gt;</c> in the data folder: what was handed in twice lies there once, and a
/// changed byte shows.
/// </summary>
internal sealed class FileShelf(CityDatabase database, TimeProvider clock)
{
    private readonly string root = Path.Combine(database.DataFolder, KeptFiles.Folder);

    /// <summary>Streams a content in; answers its SHA-256 in lower-case hex and its length in bytes.</summary>
    public async Task<(string Sha256, long Length)> PutAsync(Stream content, CancellationToken cancellation)
    {
        Directory.CreateDirectory(root);
        var draft = Path.Combine(root, Path.GetRandomFileName());
        try
        {
            var (sha256, length) = await WriteAsync(content, draft, cancellation);
            var place = PlaceOf(sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            // A clean-up leaves young contents alone: this one is about to be named again.
            File.SetLastWriteTimeUtc(draft, clock.GetUtcNow().UtcDateTime);
            File.Move(draft, place, overwrite: true);
            return (sha256, length);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Opens a content.</summary>
    /// <exception cref="FileNotFoundException">It is not on the shelf.</exception>
    public Stream Open(string sha256) => new FileStream(PlaceOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 65_536, FileOptions.Asynchronous | FileOptions.SequentialScan);

    /// <summary>A content's length in bytes; null when it is not on the shelf.</summary>
    public long? LengthOf(string sha256) => new FileInfo(PlaceOf(sha256)) is { Exists: true } file ? file.Length : null;

    /// <summary>Throws a content away unless it was put here within the last day.</summary>
    public void Discard(string sha256)
    {
        var place = PlaceOf(sha256);
        if (File.Exists(place) && File.GetLastWriteTimeUtc(place) < clock.GetUtcNow().UtcDateTime.AddDays(-1)) File.Delete(place);
    }

    private static async Task<(string Sha256, long Length)> WriteAsync(Stream content, string path, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(65_536);
        try
        {
            var length = 0L;
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous);
            for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0; length += read)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            // The row that names it is written after it is safely on the disk.
            file.Flush(flushToDisk: true);
            return (Convert.ToHexStringLower(hash.GetHashAndReset()), length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private string PlaceOf(string sha256) =>
        sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(root, sha256[..2], sha256)
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"'{sha256}' is no SHA-256."), nameof(sha256));
}
