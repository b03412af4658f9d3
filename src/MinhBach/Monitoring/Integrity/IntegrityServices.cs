using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Shell;

namespace MinhBach.Monitoring.Integrity;

/// <summary>Puts the integrity watch into the module.</summary>
internal static class IntegrityServices
{
    private static readonly string[] Seers = [.. new[] { PostRole.HeadOfUnit, PostRole.Leader, PostRole.HomeAffairs, PostRole.Inspector }.Select(PostRoles.Key)];

    public static void AddIntegrity(this IServiceCollection services)
    {
        services.AddSingleton(new JournalStream(FindingMarked.Stream, "SELECT finding_id AS id, last_sequence FROM monitoring_finding_mark"));
        services.AddSingleton<IntegrityStore>();
        services.AddSingleton<IntegrityTail>();
        services.AddHostedService(provider => provider.GetRequiredService<IntegrityTail>());
        services.AddSingleton<MarkFinding>();
        services.AddScoped<FindingSight>().AddScoped<FindingQuery>().AddScoped<IntegrityFigures>().AddScoped<IntegrityRoom>();
        services.AddSingleton(new MenuItem("Liêm chính", IntegrityRoom.Path, Audience.Staff, 36, user => Seers.Any(user.IsInRole)));
    }
}
