using MinhBach.Kernel;

namespace MinhBach.DemoCity;

/// <summary>A city that does not exist, for trying the real one.</summary>
public static class DemoCityModule
{
    /// <summary>Adds the making of a demo city.</summary>
    public static IServiceCollection AddDemoCity(this IServiceCollection services)
    {
        services.AddSingleton<ITableMap, DemoCityTables>();
        services.AddSingleton<UnfinishedCity>();
        services.AddSingleton<MakeDemoCity>();
        return services;
    }
}
