using System.Numerics;

namespace MinhBach.TransparencyLog;

/// <summary>A run of entries that has a hash of its own in a tree: one that begins at a multiple of the power of two that holds it.</summary>
internal static class Subtree
{
    public static bool IsValid(long begin, long end) =>
        begin >= 0 && begin < end && (begin & ((long)BitOperations.RoundUpToPowerOf2((ulong)(end - begin)) - 1)) == 0;

    /// <summary>How many of two or more entries stand in the left child: the largest power of two below their number.</summary>
    public static long LeftOf(long count) => 1L << BitOperations.Log2((ulong)(count - 1));

    /// <summary>The hash of a run that is a node of the tree.</summary>
    public static TreeHash HashOf(IHashReader tree, long begin, long end)
    {
        var range = new CompactRange(begin);
        foreach (var (level, index) in CompactRange.Cover(begin, end))
            range.Append(level, tree.Read(level, index));
        return range.Root();
    }
}
