using System.Numerics;

namespace MinhBach.TransparencyLog;

/// <summary>
/// A run of entries as the fewest perfect subtrees that cover it: at most two hashes for each doubling of its length.
/// Enough to append to a tree, to take its root, and to put runs together that were hashed apart.
/// </summary>
public sealed class CompactRange
{
    private readonly List<(int Level, TreeHash Hash)> _nodes = [];

    /// <summary>A run without entries.</summary>
    /// <param name="begin">The index at which it begins, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    public CompactRange(long begin = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(begin);
        (Begin, End) = (begin, begin);
    }

    /// <summary>The index of its first entry.</summary>
    public long Begin { get; }

    /// <summary>The index behind its last entry.</summary>
    public long End { get; private set; }

    /// <summary>The hashes of the subtrees, from left to right.</summary>
    public IReadOnlyList<TreeHash> Hashes => [.. _nodes.Select(node => node.Hash)];

    /// <summary>Appends an entry by its hash.</summary>
    public void Append(TreeHash leaf) => Append(0, leaf);

    /// <summary>Appends a perfect subtree.</summary>
    /// <param name="level">Its height: it holds 2^level entries. 0 to 62.</param>
    /// <param name="hash">Its hash.</param>
    /// <exception cref="ArgumentException">A subtree of this height cannot stand where the run ends.</exception>
    public void Append(int level, TreeHash hash)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 62);
        var width = 1L << level;
        if ((End & (width - 1)) != 0)
            throw new ArgumentException(FormattableString.Invariant($"A subtree of {width} entries cannot begin at {End}."), nameof(level));
        End = checked(End + width);
        // Its left neighbour is its sibling where what both cover begins at a multiple of their width.
        while (_nodes.Count > 0 && _nodes[^1].Level == level && (End & ((2L << level) - 1)) == 0)
        {
            hash = TreeHashing.Node(_nodes[^1].Hash, hash);
            _nodes.RemoveAt(_nodes.Count - 1);
            level++;
        }

        _nodes.Add((level, hash));
    }

    /// <summary>Appends another run.</summary>
    /// <exception cref="ArgumentException">It does not begin where this one ends.</exception>
    public void Append(CompactRange next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (next.Begin != End)
            throw new ArgumentException(FormattableString.Invariant($"A run that begins at {next.Begin} cannot follow one that ends at {End}."), nameof(next));
        foreach (var (level, hash) in next._nodes)
            Append(level, hash);
    }

    /// <summary>The root of the tree of these entries; of a run inside a tree, the hash of that subtree if it is one.</summary>
    public TreeHash Root()
    {
        if (_nodes.Count == 0) return TreeHashing.Empty;
        var root = _nodes[^1].Hash;
        for (var i = _nodes.Count - 2; i >= 0; i--)
            root = TreeHashing.Node(_nodes[i].Hash, root);
        return root;
    }

    /// <summary>The perfect subtrees that cover a run, from left to right: how high each is, and which of that height.</summary>
    internal static IEnumerable<(int Level, long Index)> Cover(long begin, long end)
    {
        while (begin < end)
        {
            var level = Math.Min(
                begin == 0 ? 62 : BitOperations.TrailingZeroCount(begin),
                BitOperations.Log2((ulong)(end - begin)));
            yield return (level, begin >> level);
            begin += 1L << level;
        }
    }
}
