namespace MinhBach.TransparencyLog;

/// <summary>That an entry stands at an index of a tree: the hashes beside its way to the root (RFC 6962 section 2.1.1).</summary>
public static class InclusionProof
{
    /// <summary>Makes the proof.</summary>
    /// <param name="tree">The tree, which may have grown since.</param>
    /// <param name="index">The entry's, from 0.</param>
    /// <param name="size">Entries of the tree for whose root it is.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no entry of that index.</exception>
    /// <exception cref="LogException">A hash cannot be had.</exception>
    public static TreeHash[] Make(IHashReader tree, long index, long size)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var proof = new List<TreeHash>();
        for (var (begin, end) = (0L, size); end - begin > 1;)
        {
            var middle = begin + Subtree.LeftOf(end - begin);
            if (index < middle)
            {
                proof.Add(Subtree.HashOf(tree, middle, end));
                end = middle;
            }
            else
            {
                proof.Add(Subtree.HashOf(tree, begin, middle));
                begin = middle;
            }
        }

        proof.Reverse();
        return [.. proof];
    }

    /// <summary>Whether the proof holds (RFC 9162 section 2.1.3.2). Any numbers and hashes may be given.</summary>
    /// <param name="index">The entry's, from 0.</param>
    /// <param name="size">Entries of the tree.</param>
    /// <param name="leaf">The entry's hash.</param>
    /// <param name="proof">From the entry's sibling upwards.</param>
    /// <param name="root">The tree's.</param>
    public static bool Verify(long index, long size, TreeHash leaf, ReadOnlySpan<TreeHash> proof, TreeHash root)
    {
        if (index < 0 || index >= size) return false;
        var (at, last, hash) = (index, size - 1, leaf);
        foreach (var beside in proof)
        {
            if (last == 0) return false;
            if ((at & 1) == 1 || at == last)
            {
                hash = TreeHashing.Node(beside, hash);
                while ((at & 1) == 0 && at != 0)
                    (at, last) = (at >> 1, last >> 1);
            }
            else
            {
                hash = TreeHashing.Node(hash, beside);
            }

            (at, last) = (at >> 1, last >> 1);
        }

        return last == 0 && hash == root;
    }

    /// <summary>Whether the proof holds for a subtree instead of a tree (draft-ietf-plants-merkle-tree-certs section 4.3).</summary>
    /// <param name="index">The entry's, counted from the beginning of the log.</param>
    /// <param name="begin">The subtree's first entry.</param>
    /// <param name="end">Behind its last one.</param>
    /// <param name="leaf">The entry's hash.</param>
    /// <param name="proof">From the entry's sibling upwards.</param>
    /// <param name="root">The subtree's hash.</param>
    public static bool Verify(long index, long begin, long end, TreeHash leaf, ReadOnlySpan<TreeHash> proof, TreeHash root) =>
        Subtree.IsValid(begin, end) && index >= begin && Verify(index - begin, end - begin, leaf, proof, root);
}
