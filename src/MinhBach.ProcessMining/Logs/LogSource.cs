using System.IO.Compression;

namespace MinhBach.ProcessMining;

/// <summary>The bytes of a log as its reader sees them: unpacked if they are gzip, counted, and refused over a limit.</summary>
internal sealed class LogSource : Stream
{
    private const long RatioFrom = 16 * 1024 * 1024;

    private readonly LogLimits _limits;
    private readonly PackedBytes _packed;
    private readonly GZipStream? _unpacking;
    private long _total;

    public LogSource(Stream stream, LogLimits limits)
    {
        _limits = limits;
        _packed = new PackedBytes(stream);
        if (_packed.IsGzip)
            _unpacking = new GZipStream(_packed, CompressionMode.Decompress, leaveOpen: true);
    }

    /// <summary>Tells the reader's place for a refusal.</summary>
    public Func<LogPlace> Place { get; set; } = () => LogPlace.None;

    /// <summary>Bytes that were taken since the reader last set this to 0: how much one piece of the file takes up.</summary>
    public long AtOnce { get; set; }

    /// <summary>Whether the reader asked for more than there is.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Whether the packed bytes are used up.</summary>
    public bool HasPackedEnded => _packed.HasEnded;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _total; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = _unpacking is null ? _packed.Read(buffer) : _unpacking.Read(buffer);
        HasEnded |= read == 0 && !buffer.IsEmpty;
        _total += read;
        AtOnce += read;
        if (_total > _limits.MostBytes)
            throw new LogFormatException($"the log is larger than {_limits.MostBytes} bytes after unpacking.", Place());
        if (_unpacking is not null && _total > RatioFrom && _total / _limits.LargestRatio > _packed.Count)
            throw new LogFormatException($"the file unpacks to more than {_limits.LargestRatio} times its size, which no real log does.", Place());
        // What is read ahead belongs to the next piece.
        if (AtOnce > _limits.MostBytesAtOnce + buffer.Length)
            throw new LogFormatException($"one piece of the file is larger than {_limits.MostBytesAtOnce} bytes.", Place());
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _unpacking?.Dispose();
            _packed.Dispose();
        }

        base.Dispose(disposing);
    }
}
