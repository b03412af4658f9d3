using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using MinhBach.Dossiers;
using MinhBach.Dossiers.Check;
using MinhBach.Kernel;
using MinhBach.Testing;
using MinhBach.Tests.Dossiers;
using NodaTime;
using Npgsql;

namespace MinhBach.Tests.Crash;

/// <summary>The city stays up while what it stands on falls: it says so, refuses what it cannot keep, and comes back by itself.</summary>
public sealed class FaultFacts
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task PostgreSQL_may_be_killed_under_load()
    {
        await using var cluster = await TemporaryCluster.StartDurableAsync();
        await using var city = await StartAsync(Directory.CreateTempSubdirectory("minhbach-test-").FullName, cluster.ConnectionString);
        await using (var load = new FilingLoad(city))
        {
            for (var round = 0; round < 3; round++)
            {
                await load.MoreAsync(100, Patience);
                await cluster.CrashAsync();
                await HealthAsync(city, 503);
                await cluster.ReviveAsync();
                await HealthAsync(city, 200);
                await load.MoreAsync(100, Patience);
            }

            await AssertKeptAsync(city, load);
        }

        NpgsqlConnection.ClearAllPools();
    }

    [Fact]
    public async Task The_wire_to_PostgreSQL_may_be_cut_in_the_middle_of_anything()
    {
        await using var cluster = await TemporaryCluster.StartDurableAsync();
        await using var wire = new CuttableWire(cluster.Port);
        var connection = new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Port = wire.Port }.ToString();
        await using var city = await StartAsync(Directory.CreateTempSubdirectory("minhbach-test-").FullName, connection);
        await using (var load = new FilingLoad(city))
        {
            for (var round = 0; round < 10; round++)
            {
                await load.MoreAsync(30, Patience);
                await Task.Delay(Random.Shared.Next(50), TestContext.Current.CancellationToken);
                wire.Cut();
                await load.RefusedAsync(Patience);
                wire.Mend();
            }

            await load.MoreAsync(30, Patience);
            await HealthAsync(city, 200);
            await AssertKeptAsync(city, load);
        }

        NpgsqlConnection.ClearAllPools();
    }

    [Fact]
    public async Task The_disk_may_be_full_and_free_again()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess) Assert.Skip("Making a small disk needs root on Linux.");
        var disk = Directory.CreateTempSubdirectory("minhbach-disk-").FullName;
        await RunAsync("mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", disk);
        try
        {
            var ballast = Path.Combine(disk, "ballast");
            await using var city = await StartAsync(Path.Combine(disk, "data"), connection: null);
            await using (var load = new FilingLoad(city))
            {
                for (var round = 0; round < 2; round++)
                {
                    await load.MoreAsync(100, Patience);
                    await FillAsync(ballast);
                    await load.RefusedAsync(Patience);
                    await HealthAsync(city, 503);
                    File.Delete(ballast);
                    await HealthAsync(city, 200);
                    await load.MoreAsync(100, Patience);
                }

                await AssertKeptAsync(city, load);
            }
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            // Whoever was ended may hold it for a moment longer.
            await RunAsync("umount", "--lazy", disk);
            Directory.Delete(disk);
        }
    }

    [Theory, BothDatabases]
    public async Task The_clock_may_jump_back_and_forth(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var ward = new Ward(city);
        var start = city.Clock.Now;
        var codes = new List<string>();
        var dossier = await ward.SubmitAsync(receive: true);

        foreach (var jump in (Duration[])[Duration.FromDays(1), Duration.FromDays(-1), Duration.FromHours(-3), Duration.FromDays(40), Duration.Zero])
        {
            city.Clock.Now = start + jump;
            for (var i = 0; i < 3; i++) codes.Add((await ward.SubmitAsync("Người nộp " + codes.Count)).Code);
        }

        city.Clock.Now = start - Duration.FromHours(2);
        await city.Service<CompleteStep>().RunAsync(dossier.Id, 1, null, null, ward.As("mot-cua"));

        Assert.Equal(codes.Count, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty((await city.Service<CheckDossiers>().RunAsync()).Findings);
    }

    private static async Task<WebApplication> StartAsync(string folder, string? connection)
    {
        var city = City.Build(new CityOptions { DataFolder = folder, Database = connection, Demo = false }, builder =>
        {
            builder.SendNobodyAway();
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
        });
        await city.StartAsync(TestContext.Current.CancellationToken);
        await CityStart.FillAsync(city, new CityOptions { DataFolder = folder, Database = connection, Demo = false }, plan: null, new Progress<StartProgress>());
        return city;
    }

    private static async Task HealthAsync(WebApplication city, int wanted)
    {
        using var http = city.GetTestClient();
        var status = 0;
        for (var begun = Stopwatch.StartNew(); begun.Elapsed < Patience && status != wanted; await Task.Delay(50))
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            status = (int)answer.StatusCode;
        }

        Assert.Equal(wanted, status);
        using var alive = await http.GetAsync(new Uri("/health/live", UriKind.Relative));
        Assert.Equal(200, (int)alive.StatusCode);
    }

    // Every acknowledged dossier once, none half, no number twice or left out.
    private static async Task AssertKeptAsync(WebApplication city, FilingLoad load)
    {
        await load.StopAsync();
        var report = await city.Services.GetRequiredService<CheckDossiers>().RunAsync();
        Assert.Empty(report.Findings);
        await using var connection = await city.Services.GetRequiredService<CityDatabase>().OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT a.name, d.code FROM dossiers_applicant a JOIN dossiers_dossier d ON d.id = a.dossier_id";
        var kept = new List<(string Key, string Code)>();
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) kept.Add((reader.GetString(0), reader.GetString(1)));
        Assert.Equal(kept.Count, kept.Select(one => one.Key).Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(load.Acknowledged.Select(one => (one.Key, one.Value)).Except(kept));
    }

    private static async Task FillAsync(string file)
    {
        try
        {
            await using var ballast = File.Create(file);
            var block = new byte[1 << 20];
            while (true) await ballast.WriteAsync(block);
        }
        catch (IOException)
        {
            // Full to the last block.
        }
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
