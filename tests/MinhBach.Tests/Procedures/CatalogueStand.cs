using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using MinhBach.Kernel;
using MinhBach.Procedures;
using MinhBach.Procedures.Import;
using MinhBach.Procedures.Search;
using MinhBach.Procedures.Starter;
using MinhBach.Testing;

namespace MinhBach.Tests.Procedures;

/// <summary>The catalogue on a migrated database of its own.</summary>
internal sealed class CatalogueStand : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private CatalogueStand(TestDatabase database, ServiceProvider services) => (this.database, this.services) = (database, services);

    public ProcedureCatalog Catalog => services.GetRequiredService<ProcedureCatalog>();

    public ImportCatalogue Import => services.GetRequiredService<ImportCatalogue>();

    public InstallStarterCatalogue Starter => services.GetRequiredService<InstallStarterCatalogue>();

    public LoadCatalogue Load => services.GetRequiredService<LoadCatalogue>();

    public ProcedureSearch Search => services.GetRequiredService<ProcedureSearch>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public static async Task<CatalogueStand> StartAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddKernel(
            kernel =>
            {
                if (kind == DatabaseKind.Postgres) kernel.Postgres = database.ConnectionString;
                kernel.DataFolder = kind == DatabaseKind.Sqlite
                    ? Path.GetDirectoryName(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource)!
                    : Path.GetTempPath();
                kernel.MigrationsAssembly = typeof(ProceduresModule).Assembly.GetName().Name;
            },
            typeof(ProceduresModule).Assembly);
        services.AddProcedures();
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<CityDatabase>().PrepareAsync();
        return new CatalogueStand(database, provider);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }
}
