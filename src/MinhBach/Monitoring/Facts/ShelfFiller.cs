using MinhBach.Kernel;

namespace MinhBach.Monitoring;

/// <summary>Fills the shelf before the city opens, and goes on to fetch what other nodes folded.</summary>
internal sealed class ShelfFiller(CityDatabase database, FactShelf shelf) : INodeMemory
{
    // Not the shelf's own newest: this node may have put a later batch there before it saw an earlier one of another node.
    private long filledTo;

    public long Version => shelf.Version;

    public async Task RefreshAsync(CancellationToken cancellation)
    {
        var rows = await FactStore.AfterAsync(database, filledTo, cancellation);
        if (rows.Count == 0) return;
        shelf.Put(rows);
        filledTo = rows.Max(row => row.Change);
    }
}
