using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Procedures.Edit;
using MinhBach.Procedures.Import;
using MinhBach.Procedures.Search;
using MinhBach.Procedures.Starter;
using MinhBach.Shell;

namespace MinhBach.Procedures;

/// <summary>The catalogue of procedures: kept, searched, imported, edited, shown.</summary>
public static class ProceduresModule
{
    private static readonly string[] Editors = [PostRoles.Key(PostRole.HomeAffairs), PostRoles.Key(PostRole.Administrator)];

    public static IServiceCollection AddProcedures(this IServiceCollection services)
    {
        services.AddSingleton<ITableMap, ProcedureTables>();
        services.AddSingleton(new JournalStream("procedure", "SELECT id, last_sequence FROM procedures_procedure"));
        services.AddSingleton<VersionStore>();
        services.AddSingleton<ProcedureCatalog>();
        services.AddSingleton<ProcedureSearch>();
        services.AddSingleton(provider => new LoadCatalogue(provider.GetRequiredService<VersionStore>(), provider.GetRequiredService<ProcedureCatalog>()));
        services.AddSingleton<INodeMemory>(provider => provider.GetRequiredService<LoadCatalogue>());
        services.AddSingleton<ImportCatalogue>();
        services.AddSingleton<InstallStarterCatalogue>();
        services.AddSingleton<DraftStore>();
        services.AddSingleton<SaveDraft>();
        services.AddSingleton<PublishDraft>();
        services.AddSingleton(new MenuItem("Quản lý thủ tục", "/quan-tri/thu-tuc", Shell.Audience.Admin, 10, user => Editors.Any(user.IsInRole)));
        services.AddSingleton(new MenuItem("Thủ tục", "/thu-tuc", Shell.Audience.Public, 10));
        return services;
    }

    /// <summary>Fills the catalogue at start, and publishes the starter procedures that are not there yet.</summary>
    public static async Task LoadProceduresAsync(this IServiceProvider services, CancellationToken cancellation = default)
    {
        await services.GetRequiredService<LoadCatalogue>().RunAsync(cancellation);
        await services.GetRequiredService<InstallStarterCatalogue>().RunAsync(Actor.System);
    }

    /// <summary>Endpoints beside the pages.</summary>
    public static void MapProcedures(this IEndpointRouteBuilder routes)
    {
        Show.ProcedureFiles.Map(routes);
        Api.ProceduresApi.Map(routes);
    }
}
