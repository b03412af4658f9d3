namespace MinhBach.TransparencyLog;

/// <summary>That a tree begins with all entries of an older one, in their order (RFC 6962 section 2.1.2).</summary>
public static class ConsistencyProof
{
    /// <summary>Makes the proof.</summary>
    /// <param name="tree">The tree, which may have grown since.</param>
    /// <param name="oldSize">Entries of the older tree, 1 or more.</param>
    /// <param name="size">Entries of the younger one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The older tree is empty or larger.</exception>
    /// <exception cref="LogException">A hash cannot be had.</exception>
    public static TreeHash[] Make(IHashReader tree, long oldSize, long size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(oldSize, 1);
        return Make(tree, 0, oldSize, size);
    }

    /// <summary>Makes the proof for a subtree (draft-ietf-plants-merkle-tree-certs section 4.4).</summary>
    /// <param name="tree">The tree, which may have grown since.</param>
    /// <param name="begin">The subtree's first entry; a multiple of the power of two that holds the subtree.</param>
    /// <param name="end">Behind its last one.</param>
    /// <param name="size">Entries of the tree.</param>
    /// <exception cref="ArgumentOutOfRangeException">That is no subtree, or reaches beyond the tree.</exception>
    /// <exception cref="LogException">A hash cannot be had.</exception>
    public static TreeHash[] Make(IHashReader tree, long begin, long end, long size)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, size);
        if (!Subtree.IsValid(begin, end)) throw new ArgumentOutOfRangeException(nameof(begin), begin, FormattableString.Invariant($"The entries from {begin} to {end} are no subtree."));
        var proof = new List<TreeHash>();
        // Whether what is proven is a node on the way, so that its hash is known already.
        var isKnown = true;
        var (low, high) = (0L, size);
        while (begin != low || end != high)
        {
            var middle = low + Subtree.LeftOf(high - low);
            if (end <= middle)
            {
                proof.Add(Subtree.HashOf(tree, middle, high));
                high = middle;
                continue;
            }

            proof.Add(Subtree.HashOf(tree, low, middle));
            low = middle;
            if (begin >= middle) continue;
            begin = middle;
            isKnown = false;
        }

        if (!isKnown) proof.Add(Subtree.HashOf(tree, low, high));
        proof.Reverse();
        return [.. proof];
    }

    /// <summary>Whether the proof holds (RFC 9162 section 2.1.4.2). Any numbers and hashes may be given; nothing is proven of an empty tree.</summary>
    /// <param name="oldSize">Entries of the older tree.</param>
    /// <param name="size">Entries of the younger one.</param>
    /// <param name="oldRoot">The older tree's root.</param>
    /// <param name="root">The younger one's.</param>
    /// <param name="proof">The hashes.</param>
    public static bool Verify(long oldSize, long size, TreeHash oldRoot, TreeHash root, ReadOnlySpan<TreeHash> proof) =>
        oldSize > 0 && Verify(0, oldSize, size, oldRoot, root, proof);

    /// <summary>Whether the proof holds for a subtree (draft-ietf-plants-merkle-tree-certs section 4.4.3). One without entries stands in every tree.</summary>
    /// <param name="begin">The subtree's first entry.</param>
    /// <param name="end">Behind its last one.</param>
    /// <param name="size">Entries of the tree.</param>
    /// <param name="hash">The subtree's hash.</param>
    /// <param name="root">The tree's root.</param>
    /// <param name="proof">The hashes.</param>
    public static bool Verify(long begin, long end, long size, TreeHash hash, TreeHash root, ReadOnlySpan<TreeHash> proof)
    {
        if (begin >= 0 && begin == end && end <= size) return proof.IsEmpty && hash == TreeHashing.Empty;
        if (!Subtree.IsValid(begin, end) || end > size) return false;
        var (first, last, treeLast) = (begin, end - 1, size - 1);
        while (first != last && (last == treeLast || (last & 1) == 1))
            (first, last, treeLast) = (first >> 1, last >> 1, treeLast >> 1);
        var (from, hashed, rooted) = (0, hash, hash);
        // Unless the subtree is a node of the tree, it is rebuilt beside the root, from a node that both share.
        if (first != last)
        {
            if (proof.IsEmpty) return false;
            (from, hashed, rooted) = (1, proof[0], proof[0]);
        }

        foreach (var beside in proof[from..])
        {
            if (treeLast == 0) return false;
            if ((last & 1) == 1 || last == treeLast)
            {
                if (first < last) hashed = TreeHashing.Node(beside, hashed);
                rooted = TreeHashing.Node(beside, rooted);
                while ((last & 1) == 0 && last != 0)
                    (first, last, treeLast) = (first >> 1, last >> 1, treeLast >> 1);
            }
            else
            {
                rooted = TreeHashing.Node(rooted, beside);
            }

            (first, last, treeLast) = (first >> 1, last >> 1, treeLast >> 1);
        }

        return treeLast == 0 && hashed == hash && rooted == root;
    }
}
