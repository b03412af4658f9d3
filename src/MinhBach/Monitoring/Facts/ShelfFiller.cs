using MinhBach.Kernel;

namespace MinhBach.Monitoring;

/// <summary>Fills the shelf before the city opens, and goes on to fetch what other nodes folded.</summary>
internal sealed class ShelfFiller(CityDatabase database, FactShelf shelf) : INodeMemory
{
    // More than there are cores: ids may lie closer in one part than in another.
    private const int PartsPerCore = 4;

    // Not the shelf's own newest: this node may have put a later batch there before it saw an earlier one of another node.
    private long filledTo;

    public long Version => shelf.Version;

    public async Task RefreshAsync(CancellationToken cancellation)
    {
        if (filledTo == 0)
        {
            await FillAsync(cancellation);
            return;
        }

        var changed = await FactStore.AfterAsync(database, filledTo, shelf.Fields, cancellation);
        if (changed.Count == 0) return;
        shelf.Put(changed);
        foreach (var block in changed)
        {
            foreach (ref readonly var fact in block.Facts) filledTo = Math.Max(filledTo, fact.Change);
        }
    }

    // All there is, by all cores; put in the order of ids, so that the shelf takes blocks as they are.
    private async Task FillAsync(CancellationToken cancellation)
    {
        // What is folded while the parts are read may be in some of them: it is fetched once more with the next refresh.
        if (await FactStore.EndsAsync(database, cancellation) is not var (first, last, change)) return;
        var parts = new List<FactBlock>[Environment.ProcessorCount * PartsPerCore];
        var width = ((last - first) / parts.Length) + 1;
        await Parallel.ForAsync(0, parts.Length, cancellation, async (part, cancelled) =>
            parts[part] = await FactStore.BetweenAsync(database, first + (part * width), first + ((part + 1) * width) - 1, shelf.Fields, cancelled));
        foreach (var facts in parts) shelf.Put(facts);
        filledTo = change;
    }
}
