using MinhBach.Organization;
using MinhBach.Shell;

namespace MinhBach.FrontDesk;

/// <summary>The one-stop counter: taking in, handing over, giving back.</summary>
public static class FrontDeskModule
{
    /// <summary>Adds the counter.</summary>
    public static IServiceCollection AddFrontDesk(this IServiceCollection services)
    {
        var officer = PostRoles.Key(PostRole.OneStopOfficer);
        services.AddSingleton(new MenuItem("Quầy một cửa", "/quay", Audience.Staff, 20, user => user.IsInRole(officer)));
        services.AddScoped<TakeIn>().AddSingleton<NextUnits>();
        return services;
    }
}
