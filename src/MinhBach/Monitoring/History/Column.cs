namespace MinhBach.Monitoring.History;

/// <summary>
/// Rows in blocks of fixed size. One thread appends, any reads: what was handed out stays as it is, because rows are written
/// before their number is told and never changed afterwards.
/// </summary>
internal sealed class Column<T>
    where T : unmanaged
{
    /// <summary>Rows in a full block.</summary>
    public const int BlockSize = 65_536;

    private T[][] blocks = [];
    private long count;

    public long Count => Volatile.Read(ref count);

    /// <summary>Blocks as of now; all but the last are full.</summary>
    public IReadOnlyList<ReadOnlyMemory<T>> Blocks
    {
        get
        {
            var (rows, all) = (Count, Volatile.Read(ref blocks));
            var parts = new ReadOnlyMemory<T>[(int)((rows + BlockSize - 1) / BlockSize)];
            for (var i = 0; i < parts.Length; i++) parts[i] = all[i].AsMemory(0, (int)Math.Min(BlockSize, rows - ((long)i * BlockSize)));
            return parts;
        }
    }

    public void Add(in T row)
    {
        var place = (int)(count % BlockSize);
        if (place == 0) Volatile.Write(ref blocks, [.. blocks, new T[BlockSize]]);
        blocks[^1][place] = row;
        Volatile.Write(ref count, count + 1);
    }

    /// <summary>Appends rows that were stored. Full blocks become the column's own: nobody may change them afterwards.</summary>
    /// <param name="stored">Full blocks, all but the last.</param>
    /// <exception cref="InvalidOperationException">There are rows already.</exception>
    public void Resume(IReadOnlyList<T[]> stored)
    {
        if (count > 0) throw new InvalidOperationException("Only an empty column takes what was stored.");
        var all = new T[stored.Count][];
        for (var i = 0; i < all.Length; i++)
        {
            if (stored[i].Length > BlockSize || (stored[i].Length < BlockSize && i < all.Length - 1)) throw new InvalidDataException($"Block {i} has {stored[i].Length} rows.");
            all[i] = stored[i].Length == BlockSize ? stored[i] : [.. stored[i], .. new T[BlockSize - stored[i].Length]];
        }

        Volatile.Write(ref blocks, all);
        Volatile.Write(ref count, stored.Sum(block => (long)block.Length));
    }
}
