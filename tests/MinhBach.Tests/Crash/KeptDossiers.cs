using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MinhBach.Dossiers.Check;
using MinhBach.Kernel;
using MinhBach.Transparency.Grow;

namespace MinhBach.Tests.Crash;

/// <summary>What is left of a city after its processes were killed.</summary>
internal static class KeptDossiers
{
    private const int MostTries = 600;

    /// <summary>Every acknowledged dossier is there once, none is half done, no number was used twice or left out.</summary>
    public static async Task AssertAsync(CityOptions options, IReadOnlyCollection<string> acknowledged)
    {
        await using var city = City.Build(options, builder => builder.Logging.ClearProviders());
        await city.PrepareAsync(TestContext.Current.CancellationToken);
        var report = await city.Services.GetRequiredService<CheckDossiers>().RunAsync();
        var kept = await ColumnAsync(city, "SELECT code FROM dossiers_dossier");
        var applicants = await ColumnAsync(city, "SELECT name FROM dossiers_applicant");

        Assert.Empty(report.Findings);
        Assert.Empty(acknowledged.Except(kept));
        Assert.Equal(acknowledged.Count, acknowledged.Distinct(StringComparer.Ordinal).Count());
        // One dossier for each key, with its applicant: none twice, none half.
        Assert.Equal(kept.Count, applicants.Count);
        Assert.Equal(applicants.Count, applicants.Distinct(StringComparer.Ordinal).Count());
        var isSigned = (await ColumnAsync(city, "SELECT note FROM transparency_head")).Count > 0;
        if (!isSigned || File.Exists(Path.Combine(options.DataFolder, "keys", "log.key"))) await AssertPublishedAsync(city, kept.Count);
        if (options.Database is not null) Npgsql.NpgsqlConnection.ClearAllPools();
    }

    // What was not published when it was killed is now, each event once. Nodes with folders of their own leave it to whoever has the key.
    private static async Task AssertPublishedAsync(WebApplication city, int dossiers)
    {
        for (var tries = 0; ; tries++)
        {
            await city.Services.GetRequiredService<PublishLog>().CatchUpAsync(TestContext.Current.CancellationToken);
            var named = await ColumnAsync(city, "SELECT pseudonym FROM transparency_case");
            Assert.Equal(named.Count, named.Distinct(StringComparer.Ordinal).Count());
            if (named.Count == dossiers) return;
            // Elsewhere in a PostgreSQL cluster an older transaction may hold the newest entries back for a moment.
            Assert.True(tries < MostTries, $"{named.Count} of {dossiers} dossiers are in the public log.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<List<string>> ColumnAsync(WebApplication city, string sql)
    {
        await using var connection = await city.Services.GetRequiredService<CityDatabase>().OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync()) values.Add(reader.GetString(0));
        return values;
    }
}
