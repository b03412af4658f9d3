namespace MinhBach.Monitoring;

/// <summary>
/// All facts in memory, so that any board is one pass over an array. Filled at start, then fed by
/// <see cref="FactKeeper"/> on this node and by <see cref="ShelfFiller"/> with what other nodes folded.
/// </summary>
internal sealed class FactShelf
{
    private readonly Lock putting = new();
    // By id: new dossiers have higher ones than all before, or nearly so.
    private readonly List<DossierFact> facts = [];
    private DossierFact[]? snapshot = [];
    private long version;

    /// <summary>Everything as of now, in the order of ids; the array is never changed afterwards.</summary>
    public DossierFact[] Current
    {
        get
        {
            lock (putting) return snapshot ??= [.. facts];
        }
    }

    /// <summary>Rises with every change.</summary>
    public long Version => Volatile.Read(ref version);

    /// <summary>The fields that facts on this shelf name.</summary>
    public FieldNames Fields { get; } = new();

    public void Put(IEnumerable<FactRow> rows) => Put([.. rows.Select(row => DossierFact.Of(row, Fields))]);

    public void Put(IReadOnlyList<DossierFact> changed)
    {
        lock (putting)
        {
            facts.EnsureCapacity(facts.Count == 0 ? changed.Count : 0);
            foreach (var fact in changed) Put(fact);
            snapshot = null;
            version++;
        }
    }

    private void Put(DossierFact fact)
    {
        var place = facts.Count == 0 || facts[^1].Id < fact.Id ? ~facts.Count : PlaceOf(fact.Id);
        if (place < 0) facts.Insert(~place, fact);
        else if (facts[place].Change <= fact.Change) facts[place] = fact;
    }

    // As List.BinarySearch answers: the place, or the complement of the place where it would have to stand.
    private int PlaceOf(long id)
    {
        var (first, last) = (0, facts.Count - 1);
        while (first <= last)
        {
            var middle = (first + last) / 2;
            if (facts[middle].Id == id) return middle;
            if (facts[middle].Id < id) first = middle + 1;
            else last = middle - 1;
        }

        return ~first;
    }
}
