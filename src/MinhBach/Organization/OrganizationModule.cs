using MinhBach.Kernel;
using MinhBach.Organization.Edit;
using MinhBach.Organization.Starter;

namespace MinhBach.Organization;

/// <summary>Who is who in the city.</summary>
public static class OrganizationModule
{
    /// <summary>Adds the organisation's services.</summary>
    public static IServiceCollection AddOrganization(this IServiceCollection services)
    {
        services.AddSingleton<ITableMap, OrganizationTables>();
        services.AddSingleton<OrganizationLookup>();
        services.AddSingleton<CityCalendars>();
        services.AddSingleton<OrganizationWork>();
        services.AddSingleton<OrganizationSeeder>();
        services.AddScoped<OrganizationLoader>();
        services.AddOrganizationEdits();
        return services;
    }

    /// <summary>Reads the organisation into memory; once the database is prepared, before anything asks.</summary>
    public static async Task LoadOrganizationAsync(this IServiceProvider services, CancellationToken cancellation = default)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OrganizationLoader>().LoadAsync(cancellation);
    }

    private static void AddOrganizationEdits(this IServiceCollection services)
    {
        services.AddSingleton<AddAgency>();
        services.AddSingleton<ChangeAgency>();
        services.AddSingleton<MergeAgencies>();
        services.AddSingleton<SplitAgency>();
        services.AddSingleton<AddUnit>();
        services.AddSingleton<ChangeUnit>();
        services.AddSingleton<CloseUnit>();
        services.AddSingleton<AddPost>();
        services.AddSingleton(provider => new AppointPerson(provider.GetRequiredService<OrganizationWork>()));
        services.AddSingleton<EndHolding>();
        services.AddSingleton<DelegatePost>();
        services.AddSingleton<EndDelegation>();
    }
}
