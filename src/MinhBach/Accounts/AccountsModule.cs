namespace MinhBach.Accounts;

/// <summary>Who signs in, and what they may do.</summary>
public static class AccountsModule
{
    /// <summary>Adds accounts and the current user.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<CurrentUser>();
        return services;
    }
}
