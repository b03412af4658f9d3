namespace MinhBach.TransparencyLog;

/// <summary>Reads a log that may lie: whatever it gives has been proven to belong to the tree of a checkpoint.</summary>
/// <param name="source">Where the tiles and bundles are.</param>
/// <param name="size">Entries of the tree.</param>
/// <param name="root">Its root, from a checkpoint whose signatures were verified.</param>
public sealed class LogReader(ILogSource source, long size, TreeHash root)
{
    private readonly TileTree _tree = new(source, size);

    /// <summary>An entry.</summary>
    /// <param name="index">Its index, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tree has none of that index.</exception>
    /// <exception cref="LogException">It is missing, or is not what the checkpoint says.</exception>
    public ReadOnlyMemory<byte> Entry(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var number = index / Tile.FullWidth;
        var bundle = new Tile(Tile.Entries, number, Tile.WidthIn(size, 0, number));
        var entry = TileTree.BundleOf(source, bundle)[(int)(index % Tile.FullWidth)];
        if (!InclusionProof.Verify(index, size, TreeHashing.Leaf(entry.Span), InclusionProof.Make(_tree, index, size), root))
            throw new LogException(FormattableString.Invariant($"Entry {index} in {bundle.Path} does not belong to the checkpoint's tree of {size} entries."));
        return entry;
    }

    /// <summary>The proof that an entry stands in the tree.</summary>
    /// <param name="index">Its index, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tree has none of that index.</exception>
    /// <exception cref="LogException">A tile is missing, or the tiles are not those of the checkpoint.</exception>
    public TreeHash[] ProveInclusion(long index)
    {
        var proof = InclusionProof.Make(_tree, index, size);
        return InclusionProof.Verify(index, size, _tree.Read(0, index), proof, root)
            ? proof
            : throw new LogException(FormattableString.Invariant($"The tiles above entry {index} do not hash to the checkpoint's root."));
    }

    /// <summary>The proof that the tree begins with an older one.</summary>
    /// <param name="oldSize">The older tree's entries, 1 or more.</param>
    /// <param name="oldRoot">Its root.</param>
    /// <exception cref="ArgumentOutOfRangeException">The older tree is empty or larger.</exception>
    /// <exception cref="LogException">A tile is missing, or the two are not the same log.</exception>
    public TreeHash[] ProveConsistency(long oldSize, TreeHash oldRoot)
    {
        var proof = ConsistencyProof.Make(_tree, oldSize, size);
        return ConsistencyProof.Verify(oldSize, size, oldRoot, root, proof)
            ? proof
            : throw new LogException(FormattableString.Invariant($"The tree of {size} entries does not begin with the tree of {oldSize} entries whose root was {oldRoot}."));
    }
}
