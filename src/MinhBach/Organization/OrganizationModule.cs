namespace MinhBach.Organization;

/// <summary>Who is who in the city.</summary>
public static class OrganizationModule
{
    /// <summary>Adds the organisation's services.</summary>
    public static IServiceCollection AddOrganization(this IServiceCollection services)
    {
        services.AddSingleton<OrganizationLookup>();
        return services;
    }
}
