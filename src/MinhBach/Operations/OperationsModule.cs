using MinhBach.Organization;
using MinhBach.Shell;

namespace MinhBach.Operations;

/// <summary>Keeping the city: copies of it, getting it back, and how it is doing.</summary>
public static class OperationsModule
{
    /// <summary>Adds the back-up, and what administrators and collectors see of the running program.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddSingleton<BackUpCity>();
        services.AddSingleton<JournalLag>();
        services.AddSingleton<PageTimes>();
        services.AddHostedService(provider => provider.GetRequiredService<PageTimes>());
        services.AddHostedService<Telemetry>();
        services.AddSingleton(new MenuItem("Vận hành", "/quan-tri/van-hanh", Audience.Admin, 30, user => user.IsInRole(PostRoles.Key(PostRole.Administrator))));
        return services;
    }
}
