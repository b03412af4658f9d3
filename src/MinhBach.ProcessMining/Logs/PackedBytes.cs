namespace MinhBach.ProcessMining;

/// <summary>A stream whose first two bytes were looked at and given back, and that counts. It leaves the stream beneath open.</summary>
internal sealed class PackedBytes : Stream
{
    private readonly Stream _stream;
    private readonly byte[] _first = new byte[2];
    private readonly int _firstCount;
    private int _given;

    public PackedBytes(Stream stream)
    {
        _stream = stream;
        _firstCount = stream.ReadAtLeast(_first, 2, throwOnEndOfStream: false);
    }

    /// <summary>Whether the bytes begin as gzip does (RFC 1952 section 2.3.1).</summary>
    public bool IsGzip => _firstCount == 2 && _first[0] == 0x1f && _first[1] == 0x8b;

    /// <summary>How many bytes were handed out.</summary>
    public long Count { get; private set; }

    public bool HasEnded { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Count; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int read;
        if (_given < _firstCount)
        {
            read = Math.Min(buffer.Length, _firstCount - _given);
            _first.AsSpan(_given, read).CopyTo(buffer);
            _given += read;
        }
        else
        {
            read = _stream.Read(buffer);
        }

        HasEnded |= read == 0 && !buffer.IsEmpty;
        Count += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
