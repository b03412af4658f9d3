namespace MinhBach.Monitoring;

/// <summary>
/// All facts in memory, so that any board is one pass over an array. Filled at start, then fed by
/// <see cref="FactKeeper"/> on this node and by <see cref="ShelfFiller"/> with what other nodes folded.
/// </summary>
internal sealed class FactShelf
{
    private readonly Lock putting = new();
    private readonly Dictionary<long, int> places = [];
    private readonly List<DossierFact> facts = [];
    private DossierFact[]? snapshot = [];
    private long version;

    /// <summary>Everything as of now; the array is never changed afterwards.</summary>
    public DossierFact[] Current
    {
        get
        {
            lock (putting) return snapshot ??= [.. facts];
        }
    }

    /// <summary>Rises with every change.</summary>
    public long Version => Volatile.Read(ref version);

    public void Put(IEnumerable<FactRow> rows)
    {
        var fresh = rows.Select(row => new DossierFact(row)).ToList();
        lock (putting)
        {
            foreach (var fact in fresh)
            {
                if (places.TryAdd(fact.Id, facts.Count)) facts.Add(fact);
                else if (facts[places[fact.Id]].Change <= fact.Change) facts[places[fact.Id]] = fact;
            }

            snapshot = null;
            version++;
        }
    }
}
