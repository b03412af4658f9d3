using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using MinhBach.Accounts.Admin;
using MinhBach.Accounts.Demo;
using MinhBach.Accounts.Tokens;
using MinhBach.Kernel;
using MinhBach.Shell;

namespace MinhBach.Accounts;

/// <summary>Who signs in, and what they may do.</summary>
public static class AccountsModule
{
    /// <summary>Adds accounts, signing in, policies and the current user.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddOptions<AccountOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ITableMap, AccountTables>();
        services.AddSingleton<ITableMap, ApiTokenTables>();
        services.AddSingleton<ApiTokens>();
        services.AddSingleton(provider => new PersonAddresses(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddScoped<CurrentUser>();
        services.AddScoped<MinhBach.Organization.ICurrentActor>(provider => provider.GetRequiredService<CurrentUser>());
        services.AddScoped<CreateAdministrator>();
        services.AddScoped<DemoAccountSeeder>();
        services.AddSingleton<DemoMode>();
        services.AddDataProtection().SetApplicationName("minhbach");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeyStore>();
        // It warns of unencrypted keys; the folder is readable by its owner alone (KeyStore).
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = PublicPage.FormCookie;
            form.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });

        services.AddIdentityCore<Account>(Configure)
            .AddUserStore<AccountStore>()
            .AddErrorDescriber<VietnameseIdentityErrors>()
            .AddPasswordValidator<CommonPasswords>()
            .AddClaimsPrincipalFactory<AccountClaimsFactory>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiTokenHandler>(ApiTokenHandler.SchemeName, configureOptions: null);
        services.AddOptions<SecurityStampValidatorOptions>().Configure<IOptions<AccountOptions>>((stamp, options) =>
            stamp.ValidationInterval = TimeSpan.FromMinutes(options.Value.RevalidateAfterMinutes));
        services.AddSingleton<IConfigureOptions<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>, AccountCookies>();

        services.AddAuthorization(AccountPolicies.Add);
        services.AddSingleton<IAuthorizationHandler, PostRequirementHandler>();
        services.AddRateLimiter(SignInLimit.Add);
        return services;
    }

    /// <summary>Signs in from the cookie, closes the staff's paths, authorises. After routing.</summary>
    public static WebApplication UseAccounts(this WebApplication app)
    {
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<ClosedPaths>();
        app.UseAuthorization();
        return app;
    }

    private static void Configure(IdentityOptions identity)
    {
        // NIST SP 800-63B and OWASP ASVS 5.0 6.2: length counts, not kinds of characters.
        identity.Password.RequiredLength = 12;
        identity.Password.RequiredUniqueChars = 5;
        identity.Password.RequireDigit = identity.Password.RequireLowercase = false;
        identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
        identity.User.RequireUniqueEmail = false; // The user name is the address, and unique.
        identity.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._@+";
        identity.Lockout.MaxFailedAccessAttempts = 5;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
        identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
    }
}
