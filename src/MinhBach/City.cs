using MinhBach.Accounts;
using MinhBach.Kernel;
using MinhBach.Organization;

namespace MinhBach;

/// <summary>How the city is put together: every module, once, in the order of modules.txt.</summary>
public static class City
{
    /// <summary>Adds all modules to an application.</summary>
    public static void AddCity(this WebApplicationBuilder builder, CityOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        builder.Services.AddSingleton(options);
        builder.Services.AddKernel(
            kernel =>
            {
                kernel.DataFolder = options.DataFolder;
                kernel.Postgres = options.Database;
                kernel.MigrationsAssembly = typeof(City).Assembly.GetName().Name;
            },
            typeof(City).Assembly);
        builder.Services.AddOrganization();
        builder.Services.AddAccounts();
    }

    /// <summary>Maps all modules' pages and endpoints.</summary>
    public static void MapCity(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
    }
}
