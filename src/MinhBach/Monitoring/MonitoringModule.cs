using MinhBach.Kernel;
using MinhBach.Monitoring.Boards;
using MinhBach.Monitoring.Cuts;
using MinhBach.Monitoring.History;
using MinhBach.Monitoring.Integrity;
using MinhBach.Monitoring.Publish;
using MinhBach.Monitoring.Reminders;
using MinhBach.Monitoring.Reports;
using MinhBach.Monitoring.Wall;
using MinhBach.Monitoring.Warnings;
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
        services.AddSingleton<FactKeeper>();
        services.AddSingleton<IJournalConsumer>(provider => provider.GetRequiredService<FactKeeper>());
        services.AddSingleton<FactRebuild>();
        services.AddSingleton<ShelfFiller>();
        services.AddSingleton<INodeMemory>(provider => provider.GetRequiredService<ShelfFiller>());
        services.AddSingleton<HistoryShelf>();
        services.AddSingleton<HistoryStore>();
        services.AddSingleton<HistoryTail>();
        services.AddHostedService(provider => provider.GetRequiredService<HistoryTail>());
        services.AddSingleton(provider => new OnTime(
            provider.GetRequiredService<FactShelf>(),
            provider.GetRequiredService<OrganizationLookup>(),
            provider.GetRequiredService<ProcedureCatalog>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new Form07(provider.GetRequiredService<FactShelf>(), provider.GetRequiredService<OrganizationLookup>()));
        services.AddSingleton(provider => new Report06(provider.GetRequiredService<OnTime>()));
        services.AddSingleton<StepCuts>();
        services.AddSingleton<CityBoards>();
        services.AddHostedService<CountAhead>();
        services.AddSingleton<WallCount>();
        services.AddSingleton<WallFeed>();
        services.AddOptions<WallOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(new JournalStream(ReminderRuleSet.Stream, "SELECT agency_id AS id, last_sequence FROM monitoring_reminder_rule"));
        services.AddSingleton<EarlyWarnings>();
        services.AddSingleton<ReminderRules>();
        services.AddSingleton<SendReminders>();
        services.AddHostedService<ReminderClock>();
        services.AddScoped<BoardNames>();
        services.AddScoped<BoardSight>();
        services.AddScoped<BoardRoom>();
        services.AddIntegrity();
        services.AddSingleton(new MenuItem("Theo dõi", "/theo-doi", Shell.Audience.Public, 35));
        services.AddSingleton(new MenuItem("Nhắc việc", "/nhac-viec", Shell.Audience.Staff, 15, user => Enum.GetValues<PostRole>().Any(role => user.IsInRole(PostRoles.Key(role)))));
        services.AddSingleton<IProcedureTrackRecord, ProcedureTrackRecord>();
        services.AddSingleton<IUnitPanel, AgencyRecord>();
        services.AddSingleton(new MenuItem("Công khai", "/cong-khai", Shell.Audience.Public, 30));
        return services;
    }

    /// <summary>Loads the figures, so that the first to ask gets them whole.</summary>
    public static Task LoadMonitoringAsync(this IServiceProvider services, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(services);
        // The patterns load with their first reading: nobody waits for a finding.
        return Task.WhenAll(
            services.GetRequiredService<ShelfFiller>().RefreshAsync(cancellation),
            services.GetRequiredService<HistoryTail>().LoadAsync(cancellation));
    }

    /// <summary>Counts everything anew from the journal's first entry; the city may go on working meanwhile.</summary>
    /// <returns>How many steps and dossiers that ended were found, and how many dossiers are open.</returns>
    public static async Task<(long Steps, long Dossiers, int Open)> RebuildMonitoringAsync(this IServiceProvider services, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(services);
        await FoldAsync(services, cancellation);
        var history = services.GetRequiredService<HistoryShelf>();
        return (history.Data.Steps.Count, history.Data.Dossiers.Count, history.Open(open => open.Count()));
    }

    /// <summary>Keeps figures in memory alone until <see cref="ReleaseFiguresAsync"/>: for the making of a city.</summary>
    public static void HoldFigures(this IServiceProvider services) => services.GetRequiredService<FactKeeper>().Hold();

    /// <summary>Writes the figures that were held; the journal has to be read to its end.</summary>
    public static Task ReleaseFiguresAsync(this IServiceProvider services) =>
        services.GetRequiredService<FactKeeper>().ReleaseAsync(services.GetRequiredService<WriteLanes>());

    /// <summary>Maps the file and the API beside the public page.</summary>
    public static IEndpointRouteBuilder MapMonitoring(this IEndpointRouteBuilder routes)
    {
        routes.MapPublishedFile();
        routes.MapForm07();
        routes.MapReport06();
        routes.MapStatistics();
        routes.MapBoards();
        routes.MapWall();
        routes.MapIntegrity();
        return routes;
    }

    private static Task FoldAsync(IServiceProvider services, CancellationToken cancellation) => SharedWalk.RunAsync(
        services.GetRequiredService<JournalWalk>().AfterAsync(JournalPosition.Start, MonitoredEvents.Types, cancellation),
        [services.GetRequiredService<FactRebuild>().RunAsync, services.GetRequiredService<HistoryTail>().RebuildAsync, services.GetRequiredService<IntegrityTail>().RebuildAsync],
        cancellation);
}
