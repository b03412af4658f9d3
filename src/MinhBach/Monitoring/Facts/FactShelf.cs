namespace MinhBach.Monitoring;

/// <summary>
/// All facts in memory, so that any board is one pass over them. Filled at start, then fed by <see cref="FactKeeper"/> on this node and by
/// <see cref="ShelfFiller"/> with what other nodes folded. Safe for many threads.
/// </summary>
internal sealed class FactShelf
{
    private readonly Lock putting = new();
    // By id: new dossiers have higher ones than all before, or nearly so.
    private readonly List<FactBlock> blocks = [];
    private FactSnapshot? snapshot;
    private long version;

    /// <summary>Everything as of now.</summary>
    public FactSnapshot Current
    {
        get
        {
            lock (putting) return snapshot ??= new([.. blocks.Select(block => block.Show())]);
        }
    }

    /// <summary>Rises with every change.</summary>
    public long Version => Volatile.Read(ref version);

    /// <summary>The fields that facts on this shelf name.</summary>
    public FieldNames Fields { get; } = new();

    public void Put(IEnumerable<FactRow> rows) => Put([.. rows.Select(row => DossierFact.Of(row, Fields))]);

    /// <summary>Puts facts onto the shelf; of a dossier that is there the newer one stays.</summary>
    public void Put(IReadOnlyList<DossierFact> changed)
    {
        lock (putting)
        {
            foreach (var fact in changed) Put(fact);
            Changed();
        }
    }

    /// <summary>Puts what was read by the block; full ones that come after all that is there are taken as they are.</summary>
    public void Put(IReadOnlyList<FactBlock> read)
    {
        lock (putting)
        {
            foreach (var block in read)
            {
                if (block.IsFull && IsAfterAll(block.Facts[0].Id))
                {
                    blocks.Add(block);
                    continue;
                }

                foreach (ref readonly var fact in block.Facts) Put(fact);
            }

            Changed();
        }
    }

    private void Changed()
    {
        snapshot = null;
        version++;
    }

    private bool IsAfterAll(long id) => blocks is not [.., var last] || last.Facts[^1].Id < id;

    private void Put(in DossierFact fact)
    {
        if (IsAfterAll(fact.Id))
        {
            FactBlock.Append(blocks, fact);
            return;
        }

        var place = BlockOf(fact.Id);
        var block = blocks[place];
        if (block.IsFull)
        {
            var later = block.Split();
            blocks.Insert(place + 1, later);
            if (later.Facts[0].Id <= fact.Id) block = later;
        }

        block.Put(fact);
    }

    // The first one whose last id is not lower.
    private int BlockOf(long id)
    {
        var (first, last) = (0, blocks.Count - 1);
        while (first < last)
        {
            var middle = (first + last) / 2;
            if (blocks[middle].Facts[^1].Id < id) first = middle + 1;
            else last = middle;
        }

        return first;
    }
}
