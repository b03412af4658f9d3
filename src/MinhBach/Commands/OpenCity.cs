using MinhBach.Kernel;

namespace MinhBach.Commands;

/// <summary>The city for a verb that works on its data: prepared, loaded, silent, not served.</summary>
internal static class OpenCity
{
    /// <summary>Opens the database, and makes one with organisation and catalogue where there is none.</summary>
    public static async Task<WebApplication> ForWorkAsync(CityOptions options, CancellationToken cancellation)
    {
        var app = City.Build(options, builder => builder.Logging.ClearProviders());
        await CityStart.FillAsync(app, options, plan: null, new Silence(), cancellation);
        return app;
    }

    /// <summary>Opens a database that must be there.</summary>
    /// <exception cref="RuleBroken">There is none.</exception>
    public static async Task<WebApplication> ExistingAsync(CityOptions options, CancellationToken cancellation)
    {
        var file = Path.GetFullPath(Path.Combine(options.DataFolder, "city.db"));
        if (options.Database is null && !File.Exists(file)) throw new RuleBroken("data.none", "Không có cơ sở dữ liệu tại {0}.", file);
        var app = City.Build(options, builder => builder.Logging.ClearProviders());
        await app.PrepareAsync(cancellation);
        return app;
    }

    private sealed class Silence : IProgress<StartProgress>
    {
        public void Report(StartProgress value)
        {
            // What a verb waits for is shown by the verb itself.
        }
    }
}
