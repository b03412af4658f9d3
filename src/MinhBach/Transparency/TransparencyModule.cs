using Microsoft.Extensions.DependencyInjection.Extensions;
using MinhBach.Shell;

namespace MinhBach.Transparency;

/// <summary>The public log: what the city commits to, and how anybody checks it.</summary>
public static class TransparencyModule
{
    /// <summary>Adds the page that checks.</summary>
    public static IServiceCollection AddTransparency(this IServiceCollection services)
    {
        services.TryAddSingleton<ILogKeys, NoLogKeys>();
        services.AddSingleton<OfflinePage>();
        services.AddSingleton(new MenuItem("Kiểm chứng", CheckAddress.Page, Audience.Public, 32));
        return services;
    }

    /// <summary>Maps the files of the page that checks.</summary>
    public static void MapTransparency(this WebApplication app) => CheckFiles.Map(app);
}
