using System.Runtime.InteropServices;

namespace MinhBach.TransparencyLog;

/// <summary>
/// A tree as its tiles tell it. They are not believed: whoever takes a hash from here compares a root made of it with a
/// checkpoint's, as <see cref="LogReader"/> does. Keeps the tiles it read last; not for several threads.
/// </summary>
public sealed class TileTree : IHashReader
{
    private const int MostKept = 64;

    private readonly ILogSource _source;
    private readonly Dictionary<(int Level, long Index), TreeHash[]> _kept = [];

    /// <summary>A tree.</summary>
    /// <param name="source">Where its tiles are.</param>
    /// <param name="size">Its entries, 0 or more.</param>
    public TileTree(ILogSource source, long size)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        (_source, Size) = (source, size);
    }

    /// <summary>Its entries.</summary>
    public long Size { get; }

    /// <summary>The root that the tiles at the right edge make.</summary>
    /// <exception cref="LogException">One of them is missing or has a wrong length.</exception>
    public TreeHash Root() => Subtree.HashOf(this, 0, Size);

    /// <inheritdoc/>
    public TreeHash Read(int level, long index)
    {
        if (level is < 0 or > 62 || index < 0 || index >= Size >> level)
            throw new LogException(FormattableString.Invariant($"A tree of {Size} entries has no subtree {index} at level {level}."));
        // A tile's hashes stand at every eighth level; what is between is made of them.
        var (tileLevel, above) = (level / Tile.Height, level % Tile.Height);
        var first = index << above;
        var tile = HashesOf(tileLevel, first >> Tile.Height);
        var place = (int)(first & (Tile.FullWidth - 1));
        var count = 1 << above;
        return count == 1 ? tile[place] : TreeHashing.Perfect(tile.AsSpan(place, count));
    }

    /// <summary>The hashes of a tile; where its partial form is gone, of the full one.</summary>
    /// <exception cref="LogException">Neither is there, or it has a wrong length.</exception>
    internal static TreeHash[] HashesOf(ILogSource source, Tile tile)
    {
        var bytes = source.Read(tile.Path);
        var wanted = tile.Width;
        if (bytes is null && tile.IsPartial)
        {
            bytes = source.Read(tile.Full.Path);
            wanted = Tile.FullWidth;
        }

        if (bytes is null) throw new LogException($"The tile {tile.Path} is missing.");
        if (bytes.Length != wanted * TreeHash.Length) throw new LogException(FormattableString.Invariant($"The tile {tile.Path} has {bytes.Length} bytes, not {wanted * TreeHash.Length}."));
        return MemoryMarshal.Cast<byte, TreeHash>(bytes)[..tile.Width].ToArray();
    }

    /// <summary>The entries of a bundle; where its partial form is gone, the first of the full one.</summary>
    /// <exception cref="LogException">Neither is there, or it cannot be read.</exception>
    internal static EntryBundle BundleOf(ILogSource source, Tile bundle)
    {
        var bytes = source.Read(bundle.Path);
        var wanted = bundle.Width;
        if (bytes is null && bundle.IsPartial)
        {
            bytes = source.Read(bundle.Full.Path);
            wanted = Tile.FullWidth;
        }

        if (bytes is null) throw new LogException($"The bundle {bundle.Path} is missing.");
        EntryBundle entries;
        try
        {
            entries = EntryBundle.Parse(bytes);
        }
        catch (LogException broken)
        {
            throw new LogException($"{bundle.Path}: {broken.Message}", broken);
        }

        if (entries.Count != wanted) throw new LogException(FormattableString.Invariant($"The bundle {bundle.Path} has {entries.Count} entries, not {wanted}."));
        if (wanted == bundle.Width) return entries;
        var cut = new EntryBundle();
        foreach (var entry in entries.Take(bundle.Width))
            cut.Add(entry.Span);
        return cut;
    }

    private TreeHash[] HashesOf(int level, long index)
    {
        if (_kept.TryGetValue((level, index), out var hashes)) return hashes;
        hashes = HashesOf(_source, new(level, index, Tile.WidthIn(Size, level, index)));
        if (_kept.Count == MostKept) _kept.Clear();
        return _kept[(level, index)] = hashes;
    }
}
