using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Shell;
using MinhBach.Transparency.Browse;
using MinhBach.Transparency.Closed;
using MinhBach.Transparency.Enter;
using MinhBach.Transparency.Grow;
using MinhBach.Transparency.Held;
using MinhBach.Transparency.Serve;
using MinhBach.Transparency.Statistics;

namespace MinhBach.Transparency;

/// <summary>Publishes the city's work as a log that nobody can rewrite and anybody can check.</summary>
public static class TransparencyModule
{
    private static readonly string[] Editors = [PostRoles.Key(PostRole.HomeAffairs), PostRoles.Key(PostRole.Administrator)];

    private static readonly TimeSpan WitnessTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Adds the log, what publishes it and what shows it.</summary>
    public static IServiceCollection AddTransparency(this IServiceCollection services)
    {
        services.AddSingleton<ITableMap, TransparencyTables>();
        services.AddOptions<PublicLogOptions>().BindConfiguration("PublicLog");
        services.AddHttpClient(Cosigners.Client, http => http.Timeout = WitnessTimeout);
        services.AddSingleton<PublicLogStatus>();
        services.AddSingleton<LogHome>();
        services.AddSingleton<EntryStore>();
        services.AddSingleton<HeadStore>();
        services.AddSingleton<StandingFacts>();
        services.AddSingleton<EnterJournal>();
        services.AddSingleton<CloseProcedure>();
        services.AddSingleton<WitnessTimes>();
        services.AddSingleton<Cosigners>();
        services.AddSingleton<RepairLog>();
        services.AddSingleton<GrowLog>();
        services.AddSingleton<PublishLog>();
        services.AddSingleton<LogPace>();
        services.AddHostedService<LogClock>();
        services.AddSingleton(provider => new EraseCase(provider.GetRequiredService<EntryStore>(), provider.GetRequiredService<WriteLanes>(), provider.GetRequiredService<DossierLookup>()));
        services.AddSingleton(provider => new ReplaceLogKey(provider.GetRequiredService<LogHome>(), provider.GetRequiredService<WriteLanes>()));
        services.AddSingleton<StatisticFiles>();
        services.AddSingleton<CountClosing>();
        services.AddSingleton<PublishFigures>();
        services.AddHostedService<FiguresClock>();
        services.AddSingleton<ILogKeys, PublishedKeys>();
        services.AddSingleton<OfflinePage>();
        services.AddSingleton<LogPages>();
        services.AddSingleton<DossierProofs>();
        services.AddSingleton<IReceiptCode, ReceiptProof>();
        services.AddSingleton(new TrackedLink("Bằng chứng", "Xem và tải bằng chứng: mọi việc trong hồ sơ này đã ghi vào nhật ký công khai", ProofsPage.Name));
        services.AddSingleton(new MenuItem("Kiểm chứng", CheckAddress.Page, Audience.Public, 37));
        services.AddSingleton(new MenuItem("Nhật ký", LogPage.Address, Audience.Public, 36));
        services.AddSingleton(new MenuItem("Hồ sơ giữ kín", ClosedPage.Address, Audience.Admin, 25, user => Editors.Any(user.IsInRole)));
        return services;
    }

    /// <summary>Maps the log's files, and those of the page that checks.</summary>
    public static IEndpointRouteBuilder MapTransparency(this IEndpointRouteBuilder routes)
    {
        routes.MapLogFiles();
        routes.MapCheckFiles();
        return routes;
    }
}
