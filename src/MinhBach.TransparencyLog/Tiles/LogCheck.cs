namespace MinhBach.TransparencyLog;

/// <summary>
/// Checks every file of a log against its checkpoint, from the root downwards, so that what is lost or altered is named. A
/// tile that is broken is made anew from what lies beneath it, and the check goes on. Memory holds a tile of each level, and of a
/// distant source sixteen files that were asked for ahead.
/// </summary>
/// <param name="source">Where the files are.</param>
/// <param name="head">What a checkpoint says whose signatures were verified.</param>
public sealed class LogCheck(ILogSource source, TreeHead head)
{
    private readonly List<LogDamage> _damage = [];
    private ReadAhead? _ahead;

    /// <summary>Checks the log bundle by bundle. Damage above the entries comes with the bundle that is checked next; where no entries can be told, with an empty one.</summary>
    /// <param name="from">Skips the bundles that end at or before this index: the <see cref="CheckedBundle.End"/> at which an earlier check of this very head was interrupted.</param>
    /// <param name="cancellation">Ends the waiting for a distant source.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative or beyond the tree.</exception>
    public IEnumerable<CheckedBundle> Run(long from = 0, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, head.Size);
        return Walk(from, cancellation);
    }

    private ILogSource Files => (ILogSource?)_ahead ?? source;

    private IEnumerable<CheckedBundle> Walk(long from, CancellationToken cancellation)
    {
        _damage.Clear();
        using var ahead = source is IDistantSource distant ? new ReadAhead(distant, Paths(from), cancellation) : null;
        _ahead = ahead;
        if (Edge() is not { } edge)
        {
            yield return Report(from, head.Size, []);
            yield break;
        }

        foreach (var (tile, hashes) in edge)
        {
            foreach (var bundle in Below(tile, hashes, from))
                yield return bundle;
        }

        // What was found behind the last bundle.
        if (_damage.Count > 0) yield return Report(head.Size, head.Size, []);
    }

    /// <summary>The partial tiles, which together make the root; null if they do not and cannot be made to.</summary>
    private List<(Tile Tile, TreeHash[] Hashes)>? Edge()
    {
        var tiles = EdgeTiles();
        var stored = tiles.ConvertAll(tile => Stored(tile, out _));
        if (IsRoot(tiles, stored)) return Together(tiles, stored);
        var made = tiles.ConvertAll(FromBelow);
        var isRoot = IsRoot(tiles, made);
        for (var i = 0; i < tiles.Count; i++)
        {
            if (Stored(tiles[i], out var what) is not { } hashes)
                _damage.Add(new(tiles[i].Path, what));
            else if (!isRoot)
                _damage.Add(new(tiles[i].Path, "belongs to a right edge that does not hash to the checkpoint's root"));
            else if (!hashes.AsSpan().SequenceEqual(made[i]))
                _damage.Add(new(tiles[i].Path, "does not hash to the checkpoint's root"));
        }

        if (tiles.Count == 0) _damage.Add(new(LogFolder.CheckpointPath, "is of an empty tree, but has not its root"));
        return isRoot ? Together(tiles, made) : null;
    }

    private List<Tile> EdgeTiles()
    {
        var tiles = new List<Tile>();
        for (var level = Tile.Levels - 1; level >= 0; level--)
        {
            var number = head.Size >> (Tile.Height * (level + 1));
            if (Tile.WidthIn(head.Size, level, number) is > 0 and var width) tiles.Add(new(level, number, width));
        }

        return tiles;
    }

    /// <summary>The files of a sound log in the order in which they are read.</summary>
    private IEnumerable<string> Paths(long from)
    {
        var edge = EdgeTiles();
        return edge.Concat(edge.SelectMany(tile => TilesBelow(tile, from))).Select(tile => tile.Path);
    }

    private static IEnumerable<Tile> TilesBelow(Tile tile, long from) =>
        tile.Level == 0
            ? EndOf(tile) > from ? [tile with { Level = Tile.Entries }] : []
            : Enumerable.Range(0, tile.Width).Select(place => Child(tile, place)).Where(below => EndOf(below) > from).SelectMany(below => TilesBelow(below, from).Prepend(below));

    private bool IsRoot(List<Tile> tiles, List<TreeHash[]?> hashes)
    {
        var edge = new CompactRange();
        for (var i = 0; i < tiles.Count; i++)
        {
            if (hashes[i] is not { } row) return false;
            foreach (var hash in row)
                edge.Append(Tile.Height * tiles[i].Level, hash);
        }

        return edge.Root() == head.Root;
    }

    private IEnumerable<CheckedBundle> Below(Tile tile, TreeHash[] hashes, long from)
    {
        if (tile.Level == 0)
        {
            if (EndOf(tile) > from) yield return Bundle(tile with { Level = Tile.Entries }, hashes);
            yield break;
        }

        for (var i = 0; i < hashes.Length; i++)
        {
            var below = Child(tile, i);
            if (EndOf(below) <= from) continue;
            var stored = Stored(below, out var what);
            if (stored is not null && TreeHashing.Perfect(stored) != hashes[i]) (stored, what) = (null, "does not hash to what is above it");
            if (stored is null)
            {
                _damage.Add(new(below.Path, what));
                stored = FromBelow(below);
                if (stored is not null && TreeHashing.Perfect(stored) != hashes[i]) stored = null;
            }

            if (stored is null)
            {
                yield return Report(BeginOf(below), EndOf(below), []);
                continue;
            }

            foreach (var bundle in Below(below, stored, from))
                yield return bundle;
        }
    }

    private CheckedBundle Bundle(Tile tile, TreeHash[] hashes)
    {
        var (begin, end) = (tile.Index * Tile.FullWidth, (tile.Index * Tile.FullWidth) + tile.Width);
        try
        {
            var entries = TileTree.BundleOf(Files, tile);
            var leaves = new TreeHash[entries.Count];
            entries.HashInto(leaves);
            var equal = leaves.AsSpan().CommonPrefixLength(hashes);
            if (equal == hashes.Length) return Report(begin, end, entries);
            _damage.Add(new(tile.Path, FormattableString.Invariant($"entry {begin + equal} is not the one that the checkpoint covers")));
        }
        catch (LogException broken)
        {
            _damage.Add(new(tile.Path, broken.Message));
        }

        return Report(begin, end, []);
    }

    private CheckedBundle Report(long begin, long end, IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        var bundle = new CheckedBundle(begin, end, entries, [.. _damage]);
        _damage.Clear();
        return bundle;
    }

    private TreeHash[]? Stored(Tile tile, out string what)
    {
        try
        {
            what = "";
            return TileTree.HashesOf(Files, tile);
        }
        catch (LogException broken)
        {
            what = broken.Message;
            return null;
        }
    }

    /// <summary>A tile made of what lies beneath it; null where that is broken too. Nothing proves it but what is above.</summary>
    private TreeHash[]? FromBelow(Tile tile)
    {
        var hashes = new TreeHash[tile.Width];
        if (tile.Level == 0)
        {
            try
            {
                TileTree.BundleOf(Files, tile with { Level = Tile.Entries }).HashInto(hashes);
                return hashes;
            }
            catch (LogException)
            {
                return null;
            }
        }

        for (var i = 0; i < hashes.Length; i++)
        {
            var below = Child(tile, i);
            if ((Stored(below, out _) ?? FromBelow(below)) is not { } row) return null;
            hashes[i] = TreeHashing.Perfect(row);
        }

        return hashes;
    }

    private static List<(Tile Tile, TreeHash[] Hashes)> Together(List<Tile> tiles, List<TreeHash[]?> hashes) =>
        [.. tiles.Zip(hashes, (tile, row) => (tile, row!))];

    private static Tile Child(Tile tile, int place) => new(tile.Level - 1, (tile.Index * Tile.FullWidth) + place, Tile.FullWidth);

    private static long BeginOf(Tile tile) => tile.Index << (Tile.Height * (tile.Level + 1));

    // Of a partial tile at level 0, and of every full one, this is where what it covers ends.
    private static long EndOf(Tile tile) => BeginOf(tile) + ((long)tile.Width << (Tile.Height * tile.Level));
}
