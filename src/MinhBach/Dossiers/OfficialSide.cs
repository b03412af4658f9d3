using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Shell;

namespace MinhBach.Dossiers;

/// <summary>What officials see and do: their inbox, the page of a dossier with its actions, the desk's lists, the slips.</summary>
internal static class OfficialSide
{
    private static readonly string[] Workers =
        [.. new[] { PostRole.OneStopOfficer, PostRole.Specialist, PostRole.HeadOfUnit, PostRole.Leader, PostRole.Clerk }.Select(PostRoles.Key)];

    public static void AddOfficialSide(this IServiceCollection services)
    {
        services.AddSingleton<ITableMap, WatchTables>();
        services.AddSingleton<WatchDossier>();
        services.AddScoped<InboxQuery>().AddScoped<BulkWork>();
        services.AddScoped<DossierAccess>().AddScoped<DossierRoom>();
        services.AddScoped<DeskLookup>().AddScoped<EarlierApplicants>();
        services.AddSingleton<HistoryWords>();
        services.AddSingleton(new MenuItem("Việc của tôi", "/viec", Audience.Staff, 10, user => Workers.Any(user.IsInRole)));
    }
}
