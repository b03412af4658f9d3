using MinhBach.Kernel;
using MinhBach.Monitoring.Publish;
using MinhBach.Organization;
using MinhBach.Procedures;
using MinhBach.Shell;

namespace MinhBach.Monitoring;

/// <summary>Measures the work from the journal and shows the figures to everyone.</summary>
public static class MonitoringModule
{
    /// <summary>Adds the facts, the measure and what asks it.</summary>
    public static IServiceCollection AddMonitoring(this IServiceCollection services)
    {
        services.AddSingleton<ITableMap, MonitoringTables>();
        services.AddSingleton<FactShelf>();
        services.AddSingleton<IJournalConsumer, FactKeeper>();
        services.AddSingleton<ShelfFiller>();
        services.AddSingleton<INodeMemory>(provider => provider.GetRequiredService<ShelfFiller>());
        services.AddSingleton(provider => new OnTime(
            provider.GetRequiredService<FactShelf>(),
            provider.GetRequiredService<OrganizationLookup>(),
            provider.GetRequiredService<ProcedureCatalog>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IProcedureTrackRecord, ProcedureTrackRecord>();
        services.AddSingleton<IUnitPanel, AgencyRecord>();
        services.AddSingleton(new MenuItem("Công khai", "/cong-khai", Shell.Audience.Public, 30));
        return services;
    }

    /// <summary>Loads the figures, so that the first to ask gets them whole.</summary>
    public static Task LoadMonitoringAsync(this IServiceProvider services, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.GetRequiredService<ShelfFiller>().RefreshAsync(cancellation);
    }

    /// <summary>Maps the file and the API beside the public page.</summary>
    public static IEndpointRouteBuilder MapMonitoring(this IEndpointRouteBuilder routes)
    {
        routes.MapPublishedFile();
        routes.MapStatistics();
        return routes;
    }
}
