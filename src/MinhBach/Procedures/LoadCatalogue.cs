using MinhBach.Kernel;

namespace MinhBach.Procedures;

/// <summary>Fills the catalogue from the database: at start, before anything is served, and again when another node published.</summary>
public sealed class LoadCatalogue : INodeMemory
{
    private readonly VersionStore store;
    private readonly ProcedureCatalog catalog;

    internal LoadCatalogue(VersionStore store, ProcedureCatalog catalog) => (this.store, this.catalog) = (store, catalog);

    /// <summary>How many versions are there now.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        var versions = await store.AllAsync(cancellation);
        catalog.Add(versions);
        return versions.Count;
    }

    /// <inheritdoc />
    public long Version => catalog.Changes;

    /// <inheritdoc />
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        if (await store.CountAsync(cancellation) != catalog.Count) await RunAsync(cancellation);
    }
}
