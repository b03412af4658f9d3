using MinhBach.Kernel;
using MinhBach.Mining.Export;
using MinhBach.Mining.Import;
using MinhBach.Mining.Imported;
using MinhBach.Mining.Wizard;
using MinhBach.Organization;
using MinhBach.Shell;

namespace MinhBach.Mining;

/// <summary>Logs of other systems: read, counted, brought in and shown; and the city's own journal as a log.</summary>
public static class MiningModule
{
    /// <summary>Adds the import, the boards of what was brought in, the wizard and the export.</summary>
    public static IServiceCollection AddMining(this IServiceCollection services)
    {
        services.AddSingleton<ITableMap, MiningTables>();
        services.AddSingleton(new JournalStream(ImportStreams.Source, "SELECT id, last_sequence FROM mining_source"));
        services.AddSingleton(new JournalStream(ImportStreams.Case, "SELECT id, sequence FROM mining_case"));
        services.AddSingleton<ImportLog>();
        services.AddSingleton<ImportedFold>();
        services.AddSingleton<ImportedLogs>();
        services.AddScoped<ImportedSight>();
        services.AddScoped<ImportedRoom>();
        services.AddSingleton<StagedLogs>();
        services.AddSingleton<ImportWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<ImportWorker>());
        services.AddSingleton<DossierLog>();
        services.AddSingleton(provider => new ExportLog(provider.GetRequiredService<DossierLog>()));
        services.AddSingleton(new MenuItem(
            "Nhật ký hệ thống khác", ImportedAddress.All, Audience.Admin, 40,
            user => new[] { PostRole.HomeAffairs, PostRole.Inspector, PostRole.Administrator }.Any(role => user.IsInRole(PostRoles.Key(role)))));
        return services;
    }
}
