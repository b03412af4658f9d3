using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MinhBach.DemoCity;

namespace MinhBach.Benchmarks;

/// <summary>A demo city of a certain size, made once by the product's own simulation and kept for the next run.</summary>
internal static class KeptCity
{
    // The two-level organisation begins on 1/7/2025: a year fits into what has passed since.
    private const int Months = 12;

    /// <summary>The folder of the city with so many dossiers.</summary>
    public static string Folder(BenchmarkOptions options, int dossiers) => Path.Combine(
        options.Data ?? Path.Combine(Path.GetTempPath(), "minhbach-bench-cities"), string.Create(CultureInfo.InvariantCulture, $"{dossiers}"));

    /// <summary>Opens the city, and makes it before if it is not there.</summary>
    public static async Task<WebApplication> OpenAsync(string folder, int dossiers, string? postgres)
    {
        var options = new CityOptions { DataFolder = folder, Database = postgres };
        var app = City.Build(options, builder => builder.Logging.ClearProviders());
        var made = await CityStart.FillAsync(app, options, new DemoCityPlan { Dossiers = dossiers, Months = Months }, new Progress<StartProgress>());
        if (made is not null)
            Console.WriteLine(FormattableString.Invariant($"A city of {dossiers:N0} dossiers was made in {made.Elapsed.TotalSeconds:N0} s and is kept in {folder}."));
        return app;
    }
}
