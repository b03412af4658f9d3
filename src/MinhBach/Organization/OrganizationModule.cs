using MinhBach.Kernel;
using MinhBach.Organization.Boundaries;
using MinhBach.Organization.Edit;
using MinhBach.Organization.Import;
using MinhBach.Organization.Starter;
using MinhBach.Shell;

namespace MinhBach.Organization;

/// <summary>Who is who in the city.</summary>
public static class OrganizationModule
{
    /// <summary>Adds the organisation's services.</summary>
    public static IServiceCollection AddOrganization(this IServiceCollection services)
    {
        services.AddSingleton<ITableMap, OrganizationTables>();
        services.AddSingleton(new JournalStream("organization", "SELECT id, last_sequence FROM organization_state"));
        services.AddSingleton<OrganizationLookup>();
        services.AddSingleton<CityCalendars>();
        services.AddSingleton<OrganizationWork>();
        services.AddSingleton<OrganizationSeeder>();
        services.AddSingleton<OrganizationLoader>();
        services.AddSingleton<INodeMemory>(provider => provider.GetRequiredService<OrganizationLoader>());
        services.AddSingleton<BoundaryMap>();
        services.AddSingleton<INodeMemory>(provider => provider.GetRequiredService<BoundaryMap>());
        services.AddSingleton(new MenuItem("Cơ quan", "/co-quan", Audience.Public, 40));
        services.AddSingleton(new MenuItem("Lịch làm việc", "/lich-lam-viec", Audience.Public, 60));
        services.AddSingleton(new MenuItem("Tổ chức", "/quan-tri/co-quan", Audience.Admin, 20, user =>
            user.IsInRole(PostRoles.Key(PostRole.HomeAffairs)) || user.IsInRole(PostRoles.Key(PostRole.Administrator))));
        services.AddOrganizationEdits();
        return services;
    }

    /// <summary>Reads the organisation into memory; once the database is prepared, before anything asks.</summary>
    public static async Task LoadOrganizationAsync(this IServiceProvider services, CancellationToken cancellation = default)
    {
        await services.GetRequiredService<OrganizationLoader>().LoadAsync(cancellation);
        await services.GetRequiredService<BoundaryMap>().RefreshAsync(cancellation);
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
        services.AddSingleton(provider => new ImportUnits(provider.GetRequiredService<OrganizationWork>()));
        services.AddSingleton(provider => new ImportBoundaries(provider.GetRequiredService<OrganizationWork>(), provider.GetRequiredService<BoundaryMap>()));
        services.AddSingleton<EndHolding>();
        services.AddSingleton<DelegatePost>();
        services.AddSingleton<EndDelegation>();
        services.AddSingleton<ChangeCalendarDay>();
    }
}
