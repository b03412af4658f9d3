using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace MinhBach.TransparencyLog;

/// <summary>The hashes of a Merkle tree (RFC 6962 section 2.1): an entry behind a zero byte, two hashes behind a one.</summary>
public static class TreeHashing
{
    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;

    /// <summary>The root of the tree without entries: SHA-256 of nothing.</summary>
    public static TreeHash Empty { get; } = new(SHA256.HashData([]));

    /// <summary>The hash of an entry.</summary>
    public static TreeHash Leaf(ReadOnlySpan<byte> entry)
    {
        if (DirectSha256.IsSupported) return DirectSha256.Hash(LeafPrefix, entry);
        const int small = 512;
        var rented = entry.Length >= small ? ArrayPool<byte>.Shared.Rent(entry.Length + 1) : null;
        Span<byte> message = rented is null ? stackalloc byte[small] : rented;
        message[0] = LeafPrefix;
        entry.CopyTo(message[1..]);
        var hash = HashOf(message[..(entry.Length + 1)]);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        return hash;
    }

    /// <summary>The hash of a node over its two children.</summary>
    public static TreeHash Node(TreeHash left, TreeHash right)
    {
        Span<byte> message = stackalloc byte[1 + (2 * TreeHash.Length)];
        message[0] = NodePrefix;
        left.CopyTo(message[1..]);
        right.CopyTo(message[(1 + TreeHash.Length)..]);
        return DirectSha256.IsSupported ? DirectSha256.Hash(NodePrefix, message[1..]) : HashOf(message);
    }

    /// <summary>The hashes of many entries that lie in one stretch of memory: sixteen at a time where the processor can.</summary>
    /// <param name="bytes">Where they lie.</param>
    /// <param name="places">Where each begins, and how long it is.</param>
    /// <param name="into">Takes as many hashes as there are places.</param>
    internal static void Leaves(ReadOnlySpan<byte> bytes, ReadOnlySpan<(int Start, int Length)> places, Span<TreeHash> into)
    {
        if (LaneSha256.IsSupported)
        {
            for (var done = 0; done < places.Length; done += LaneSha256.Lanes)
            {
                var count = Math.Min(LaneSha256.Lanes, places.Length - done);
                LaneSha256.Hash(LeafPrefix, bytes, places.Slice(done, count), into.Slice(done, count));
            }

            return;
        }

        for (var i = 0; i < places.Length; i++)
            into[i] = Leaf(bytes.Slice(places[i].Start, places[i].Length));
    }

    /// <summary>The root over a power of two of hashes, at most 256.</summary>
    internal static TreeHash Perfect(ReadOnlySpan<TreeHash> hashes)
    {
        Span<TreeHash> level = stackalloc TreeHash[Tile.FullWidth];
        hashes.CopyTo(level);
        for (var count = hashes.Length; count > 1; count /= 2)
            Parents(level[..count], level);
        return level[0];
    }

    // Parents may overwrite their children: those that are written have been read.
    private static void Parents(ReadOnlySpan<TreeHash> children, Span<TreeHash> parents)
    {
        var count = children.Length / 2;
        if (!LaneSha256.IsSupported || count < 3)
        {
            for (var i = 0; i < count; i++)
                parents[i] = Node(children[2 * i], children[(2 * i) + 1]);
            return;
        }

        Span<(int Start, int Length)> places = stackalloc (int, int)[LaneSha256.Lanes];
        Span<TreeHash> made = stackalloc TreeHash[LaneSha256.Lanes];
        for (var done = 0; done < count; done += LaneSha256.Lanes)
        {
            var lanes = Math.Min(LaneSha256.Lanes, count - done);
            for (var lane = 0; lane < lanes; lane++)
                places[lane] = ((done + lane) * 2 * TreeHash.Length, 2 * TreeHash.Length);
            LaneSha256.Hash(NodePrefix, MemoryMarshal.AsBytes(children), places[..lanes], made);
            made[..lanes].CopyTo(parents[done..]);
        }
    }

    private static TreeHash HashOf(ReadOnlySpan<byte> message)
    {
        Span<byte> hash = stackalloc byte[TreeHash.Length];
        SHA256.HashData(message, hash);
        return new(hash);
    }
}
