using System.Buffers.Binary;
using System.Collections;
using System.Runtime.InteropServices;

namespace MinhBach.TransparencyLog;

/// <summary>Up to 256 entries in a row, each behind its length in two bytes, the higher first.</summary>
public sealed class EntryBundle : IReadOnlyList<ReadOnlyMemory<byte>>
{
    /// <summary>The most bytes an entry can have.</summary>
    public const int LongestEntry = ushort.MaxValue;

    private const int LengthBytes = 2;

    private readonly List<(int Start, int Length)> _places = [];
    private byte[] _bytes;
    private int _end;

    /// <summary>A bundle without entries.</summary>
    public EntryBundle() => _bytes = new byte[16 * 1024];

    private EntryBundle(byte[] bytes) => (_bytes, _end) = (bytes, bytes.Length);

    /// <summary>How many entries it holds.</summary>
    public int Count => _places.Count;

    /// <summary>The bundle as it lies in its file.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _end);

    /// <summary>An entry, by its place in the bundle.</summary>
    public ReadOnlyMemory<byte> this[int index] => _bytes.AsMemory(_places[index].Start, _places[index].Length);

    /// <summary>Reads a bundle.</summary>
    /// <param name="bytes">Its file.</param>
    /// <exception cref="LogException">The lengths do not agree with the file, or there are more than 256 entries.</exception>
    public static EntryBundle Parse(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var bundle = new EntryBundle(bytes);
        for (var at = 0; at < bytes.Length;)
        {
            if (bundle.Count == Tile.FullWidth) throw new LogException(FormattableString.Invariant($"A bundle of entries goes on behind the {Tile.FullWidth}th, at byte {at}."));
            var length = at + LengthBytes <= bytes.Length ? BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at)) : bytes.Length;
            if (at + LengthBytes + length > bytes.Length) throw new LogException(FormattableString.Invariant($"A bundle of entries ends within entry {bundle.Count}, which begins at byte {at} of {bytes.Length}."));
            bundle._places.Add((at + LengthBytes, length));
            at += LengthBytes + length;
        }

        return bundle;
    }

    /// <summary>Appends an entry.</summary>
    /// <exception cref="ArgumentException">It is longer than 65,535 bytes.</exception>
    /// <exception cref="InvalidOperationException">The bundle holds 256.</exception>
    public void Add(ReadOnlySpan<byte> entry)
    {
        if (entry.Length > LongestEntry) throw new ArgumentException(FormattableString.Invariant($"An entry has at most {LongestEntry} bytes, not {entry.Length}."), nameof(entry));
        if (Count == Tile.FullWidth) throw new InvalidOperationException("The bundle is full.");
        if (_end + LengthBytes + entry.Length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _end + LengthBytes + entry.Length));
        BinaryPrimitives.WriteUInt16BigEndian(_bytes.AsSpan(_end), (ushort)entry.Length);
        entry.CopyTo(_bytes.AsSpan(_end + LengthBytes));
        _places.Add((_end + LengthBytes, entry.Length));
        _end += LengthBytes + entry.Length;
    }

    /// <inheritdoc/>
    public IEnumerator<ReadOnlyMemory<byte>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Hashes the entries from one on.</summary>
    internal void HashInto(Span<TreeHash> hashes, int from = 0) =>
        TreeHashing.Leaves(_bytes, CollectionsMarshal.AsSpan(_places)[from..], hashes[from..]);

    internal void Clear()
    {
        _places.Clear();
        _end = 0;
    }
}
