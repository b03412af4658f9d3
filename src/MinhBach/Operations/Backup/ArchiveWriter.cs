using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using MinhBach.Kernel;

namespace MinhBach.Operations;

/// <summary>Writes an archive as a stream, under a temporary name until it is whole. It holds people's data and keys: for its owner's eyes alone.</summary>
internal sealed class ArchiveWriter : IAsyncDisposable
{
    private readonly string path;
    private readonly FileStream file;
    private readonly GZipStream zip;
    private readonly TarWriter tar;

    public ArchiveWriter(string path)
    {
        this.path = path;
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 1 << 16, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        file = new(Part, options);
        // Stays open under the writers, so that it can be brought onto the disk after them.
        zip = new(file, CompressionLevel.Fastest, leaveOpen: true);
        tar = new(zip, TarEntryFormat.Pax);
    }

    private string Part => path + ".part";

    public async Task AddAsync(string name, object content, CancellationToken cancellation)
    {
        using var json = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(content, KernelJson.Options));
        await WriteAsync(name, json, cancellation);
    }

    public async Task AddFileAsync(string name, string source, CancellationToken cancellation)
    {
        await using var content = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await WriteAsync(name, content, cancellation);
    }

    /// <summary>Adds a file and answers its length and SHA-256.</summary>
    public async Task<(long Length, string Sha256)> AddHashedAsync(string name, string source, Action<double> reached, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var content = new HashedFile(source, hash, reached);
        // The writer closes what it has written.
        var length = content.Length;
        await WriteAsync(name, content, cancellation);
        return (length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Gives the archive its name, once everything is on the disk.</summary>
    public async Task FinishAsync()
    {
        await tar.DisposeAsync();
        await zip.DisposeAsync();
        file.Flush(flushToDisk: true);
        await file.DisposeAsync();
        File.Move(Part, path, overwrite: false);
    }

    public async ValueTask DisposeAsync()
    {
        await file.DisposeAsync();
        File.Delete(Part);
    }

    private async Task WriteAsync(string name, Stream content, CancellationToken cancellation) =>
        await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = content, Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite }, cancellation);

    private sealed class HashedFile(string path, IncrementalHash hash, Action<double> reached)
        : FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan)
    {
        private long taken;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            hash.AppendData(buffer.Span[..read]);
            reached((double)(taken += read) / Math.Max(1, Length));
            return read;
        }

        // The base class may copy without asking ReadAsync.
        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            var buffer = new byte[bufferSize];
            for (int read; (read = await ReadAsync(buffer, cancellationToken)) > 0;) await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }
}
