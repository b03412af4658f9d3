using Microsoft.Extensions.Options;
using MinhBach.Accounts;
using MinhBach.DemoCity;
using MinhBach.Dossiers;
using MinhBach.FrontDesk;
using MinhBach.Kernel;
using MinhBach.Mining;
using MinhBach.Monitoring;
using MinhBach.Notifications;
using MinhBach.Operations;
using MinhBach.Organization;
using MinhBach.Procedures;
using MinhBach.Shell;
using MinhBach.Transparency;

namespace MinhBach;

/// <summary>How the city is put together: every module, once, in the order of modules.txt.</summary>
public static class City
{
    // As many as Linux takes.
    private const int Backlog = 4_096;

    /// <summary>Builds the application; <see cref="PrepareAsync"/> has to run before it is started.</summary>
    /// <param name="options">What the command line decided.</param>
    /// <param name="adjust">Changes services or the server before the application is built; for tests.</param>
    public static WebApplication Build(CityOptions options, Action<WebApplicationBuilder>? adjust = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        // Settings and static files lie beside the program, whatever folder it is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(City).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            // Settings are read at the start: nothing has to watch their files.
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.WebHost.UseUrls(options.Urls);
        // In a rush more come in between two looks than the usual 512, and whoever finds no place tries again after seconds.
        builder.WebHost.UseSockets(sockets => sockets.Backlog = Backlog);
        // The console tells what the program does, not each request and query.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.AddCity(options);
        adjust?.Invoke(builder);
        CityWorkers.Hold(builder.Services);
        var app = builder.Build();
        app.MapCity();
        return app;
    }

    /// <summary>Brings the schema up to date, loads what the modules keep in memory, and opens the city.</summary>
    public static async Task PrepareAsync(this WebApplication app, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(app);
        await app.Services.GetRequiredService<CityDatabase>().PrepareAsync(cancellation);
        await app.LoadAsync(cancellation);
        app.Services.GetRequiredService<CityReadiness>().Open();
    }

    /// <summary>Loads what the modules keep in memory.</summary>
    public static async Task LoadAsync(this WebApplication app, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(app);
        await app.Services.GetRequiredService<CityDatabase>().TellDamageAsync(async () =>
        {
            // The figures need nothing of the rest and take as long as all of it.
            await Task.WhenAll(
                Task.Run(() => app.Services.LoadMonitoringAsync(cancellation), cancellation),
                LoadPlacesAndProceduresAsync(app.Services, cancellation));
        });
        // The ribbon follows the data: a demo city says so however it is served.
        app.Services.GetRequiredService<IOptions<ShellOptions>>().Value.Demo = app.Services.GetRequiredService<OrganizationLookup>().IsDemo;
    }

    /// <summary>Adds all modules to an application.</summary>
    public static void AddCity(this WebApplicationBuilder builder, CityOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<CityReadiness>();
        builder.Services.AddKernel(
            kernel =>
            {
                kernel.DataFolder = options.DataFolder;
                kernel.Postgres = options.Database;
                kernel.MigrationsAssembly = typeof(City).Assembly.GetName().Name;
            },
            typeof(City).Assembly);
        builder.Services.AddShell();
        builder.Services.AddOrganization();
        builder.Services.AddAccounts();
        builder.Services.AddNotifications();
        builder.Services.AddProcedures();
        builder.Services.AddDossiers();
        builder.Services.AddMonitoring();
        builder.Services.AddFrontDesk();
        builder.Services.AddMining();
        builder.Services.AddTransparency();
        builder.Services.AddDemoCity();
        builder.Services.AddOperations();
    }

    /// <summary>Maps all modules' pages and endpoints.</summary>
    public static void MapCity(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseMiddleware<WaitingRoom>();
        app.UseShell();
        app.UseAccounts();
        app.MapRazorPages();
        app.MapProcedures();
        app.MapDossiers();
        app.MapMonitoring();
        app.MapTransparency();
        app.MapApi();
    }

    private static async Task LoadPlacesAndProceduresAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await services.LoadOrganizationAsync(cancellation);
        await services.LoadProceduresAsync(cancellation);
    }
}
