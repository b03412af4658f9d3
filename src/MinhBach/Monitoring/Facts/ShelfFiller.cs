using MinhBach.Kernel;

namespace MinhBach.Monitoring;

/// <summary>Fills the shelf before the city opens, and goes on to fetch what other nodes folded.</summary>
internal sealed class ShelfFiller(CityDatabase database, FactShelf shelf) : INodeMemory
{
    private const int AtOnce = 4_096;

    // Not the shelf's own newest: this node may have put a later batch there before it saw an earlier one of another node.
    private long filledTo;

    public long Version => shelf.Version;

    public async Task RefreshAsync(CancellationToken cancellation)
    {
        // Some at a time: as rows all facts of a large city would take three times the memory that they need.
        var newest = filledTo;
        var rows = new List<FactRow>(AtOnce);
        await foreach (var row in FactStore.AfterAsync(database, filledTo, cancellation))
        {
            newest = Math.Max(newest, row.Change);
            rows.Add(row);
            if (rows.Count < AtOnce) continue;
            shelf.Put(rows);
            rows.Clear();
        }

        if (rows.Count > 0) shelf.Put(rows);
        filledTo = newest;
    }
}
