using MinhBach.Kernel;

namespace MinhBach.Commands;

/// <summary>The city for a verb that works on its data: prepared, loaded, silent, not served.</summary>
internal static class OpenCity
{
    /// <summary>Opens the database, and makes one with organisation and catalogue where there is none.</summary>
    public static async Task<WebApplication> ForWorkAsync(CityOptions options, CancellationToken cancellation)
    {
        var app = Silent(options);
        await CityStart.FillAsync(app, options, plan: null, new Silence(), cancellation);
        return app;
    }

    /// <summary>Opens a database that must be there, to look at it: nothing is changed, and it may be served meanwhile.</summary>
    /// <exception cref="RuleBroken">There is none, or it is not this program's.</exception>
    public static async Task<WebApplication> ForLookingAsync(CityOptions options, CancellationToken cancellation)
    {
        var app = Silent(options);
        try
        {
            await app.Services.GetRequiredService<CityDatabase>().RequireAsync(cancellation: cancellation);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>The city's services, with nothing opened yet.</summary>
    public static WebApplication Silent(CityOptions options) => City.Build(options, builder => builder.Logging.ClearProviders());

    private sealed class Silence : IProgress<StartProgress>
    {
        public void Report(StartProgress value)
        {
            // What a verb waits for is shown by the verb itself.
        }
    }
}
