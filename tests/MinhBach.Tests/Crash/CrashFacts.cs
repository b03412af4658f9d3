using Microsoft.Data.Sqlite;
using MinhBach.Kernel;
using MinhBach.Testing;

namespace MinhBach.Tests.Crash;

public sealed class CrashFacts
{
    // While the schema is made, anywhere, with commands written and not committed, committed and not answered, and while the
    // log is folded into the file.
    private static readonly string[] Moments = ["migration", "anywhere", "before-commit", "after-commit", "checkpoint"];

    // So many are acknowledged before a kill, however busy the machine; the schema is made before any.
    private const int Few = 20;

    // MINHBACH_TEST_KILLS asks for more of each than every run can wait for.
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("MINHBACH_TEST_KILLS"), out var asked) ? asked : 1;

    [Theory, BothDatabases]
    public async Task What_was_acknowledged_survives_a_kill_and_nothing_is_half_done(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var sqlite = kind == DatabaseKind.Sqlite;
        var folder = sqlite ? Path.GetDirectoryName(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource)! : Directory.CreateTempSubdirectory("minhbach-test-").FullName;
        var acknowledged = new List<string>();
        foreach (var moment in Moments)
        {
            for (var round = 0; round < Rounds; round++)
            {
                acknowledged.AddRange(await RunAndKillAsync(folder, moment, round, sqlite ? null : database.ConnectionString));
                LogSeen.Look(folder);
            }
        }

        Assert.True(acknowledged.Count >= Few * Rounds * (Moments.Length - 1), $"Only {acknowledged.Count} dossiers were handed in.");
        await KeptDossiers.AssertAsync(new CityOptions { DataFolder = folder, Database = sqlite ? null : database.ConnectionString }, acknowledged);
        Assert.True(LogSeen.Look(folder) > acknowledged.Count, "The public log does not tell of all.");
    }

    private static async Task<IReadOnlyCollection<string>> RunAndKillAsync(string folder, string moment, int round, string? connection)
    {
        await using var node = new CityProcess(folder, $"{moment} {round}", moment, connection);
        if (moment == "migration")
        {
            await Task.Delay(Random.Shared.Next(300, 4000));
        }
        else
        {
            await node.MoreAsync(Few);
            await Task.Delay(Random.Shared.Next(1500));
        }

        // Some have killed themselves already.
        return await node.KillAsync();
    }
}
