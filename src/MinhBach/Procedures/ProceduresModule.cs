using MinhBach.Kernel;
using MinhBach.Procedures.Import;
using MinhBach.Procedures.Search;
using MinhBach.Procedures.Starter;
using MinhBach.Shell;

namespace MinhBach.Procedures;

/// <summary>The catalogue of procedures: kept, searched, imported, edited, shown.</summary>
public static class ProceduresModule
{
    public static IServiceCollection AddProcedures(this IServiceCollection services)
    {
        services.AddSingleton<ITableMap, ProcedureTables>();
        services.AddSingleton<VersionStore>();
        services.AddSingleton<ProcedureCatalog>();
        services.AddSingleton<ProcedureSearch>();
        services.AddSingleton(provider => new LoadCatalogue(provider.GetRequiredService<VersionStore>(), provider.GetRequiredService<ProcedureCatalog>()));
        services.AddSingleton<ImportCatalogue>();
        services.AddSingleton<InstallStarterCatalogue>();
        services.AddSingleton(new MenuItem("Thủ tục", "/thu-tuc", Shell.Audience.Public, 10));
        return services;
    }
}
