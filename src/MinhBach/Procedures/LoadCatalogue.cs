namespace MinhBach.Procedures;

/// <summary>Fills the catalogue from the database: once at start, before anything is served.</summary>
public sealed class LoadCatalogue
{
    private readonly VersionStore store;
    private readonly ProcedureCatalog catalog;

    internal LoadCatalogue(VersionStore store, ProcedureCatalog catalog) => (this.store, this.catalog) = (store, catalog);

    /// <summary>How many versions are there now.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        var versions = await store.AllAsync(cancellation);
        catalog.Replace(versions);
        return versions.Count;
    }
}
