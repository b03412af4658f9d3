using Microsoft.Extensions.Options;
using MinhBach.Kernel;
using MinhBach.Shell;

namespace MinhBach.Dossiers;

/// <summary>What the pages for applicants stand on: drafts, files, following.</summary>
internal static class CitizenSide
{
    public static void AddCitizenSide(this IServiceCollection services)
    {
        services.AddOptions<UploadOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<GuessOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<FileShelf>();
        services.AddSingleton(provider => new KeepFile(
            provider.GetRequiredService<WriteLanes>(), provider.GetRequiredService<FileShelf>(), provider.GetRequiredService<IOptions<UploadOptions>>()));
        services.AddSingleton<RemoveFile>();
        services.AddSingleton<DraftStore>();
        services.AddSingleton<DraftKeys>();
        services.AddSingleton<DraftSweeper>();
        services.AddHostedService(provider => provider.GetRequiredService<DraftSweeper>());
        services.AddScoped<DraftDesk>();
        services.AddSingleton<GuessLimit>();
        services.AddSingleton<TrackingPass>();
        services.AddScoped<DossierSight>();
        services.AddScoped(provider => new TrackedDossiers(provider.GetRequiredService<DossierLookup>(), provider.GetRequiredService<DossierSight>()));
        services.AddSingleton(new MenuItem("Tra cứu hồ sơ", "/tra-cuu", Audience.Public, 20));
        services.AddSingleton(new MenuItem("Hồ sơ của tôi", "/ho-so-cua-toi", Audience.Public, 30));
    }
}
