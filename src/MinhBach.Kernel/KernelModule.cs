using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace MinhBach.Kernel;

/// <summary>Puts the Kernel into an application.</summary>
public static class KernelModule
{
    /// <summary>Adds database, journal and write lanes.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Where the data live.</param>
    /// <param name="eventAssemblies">Assemblies with journal events.</param>
    public static IServiceCollection AddKernel(this IServiceCollection services, Action<KernelOptions> configure, params Assembly[] eventAssemblies)
    {
        services.AddOptions<KernelOptions>().Configure(configure).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ITableMap, JournalTables>();
        services.AddSingleton<CityDatabase>();
        services.AddSingleton<WriteGate>();
        services.AddSingleton<JournalSignal>();
        services.AddSingleton<DatabaseHealth>();
        services.AddSingleton<KernelMeter>();
        services.AddSingleton<WriteLanes>();
        services.AddSingleton(new JournalEventTypes([typeof(KernelModule).Assembly, .. eventAssemblies]));
        services.AddSingleton<JournalReader>();
        services.AddSingleton<JournalWalk>();
        services.AddSingleton<JournalTail>();
        services.AddSingleton<JournalMonths>();
        services.AddHostedService<JournalMonthTurn>();
        services.AddSingleton<JournalPump>();
        services.AddHostedService(provider => provider.GetRequiredService<JournalPump>());
        services.AddHostedService<NodeRefresh>();
        services.AddHostedService<DatabaseWatch>();
        // Described once: each request would otherwise put the same options together again, which costs more than a small query.
        services.AddDbContext<CityDb>((provider, builder) => provider.GetRequiredService<CityDatabase>().Configure(builder), ServiceLifetime.Scoped, ServiceLifetime.Singleton);
        return services;
    }
}
