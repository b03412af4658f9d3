using MinhBach.Kernel;
using MinhBach.Testing;
using MinhBach.Tests.Crash;

namespace MinhBach.Tests.Nodes;

/// <summary>Three processes on one PostgreSQL, of which one is killed and one stands still for a while, are one city all the time.</summary>
public sealed class ThreeNodesFacts
{
    // MINHBACH_TEST_PAUSE asks for a longer one, in seconds; the server gives a paused node's locks to the others after five.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(int.TryParse(Environment.GetEnvironmentVariable("MINHBACH_TEST_PAUSE"), out var asked) ? asked : 8);

    [Fact]
    public async Task Nodes_may_join_leave_be_killed_and_stand_still()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        var folders = Enumerable.Range(0, 4).Select(_ => Directory.CreateTempSubdirectory("minhbach-test-").FullName).ToList();
        // All three at once on an empty database: one makes the city, the others wait for it.
        await using var first = Join(0);
        await using var second = Join(1);
        await using var third = Join(2);
        foreach (var node in (CityProcess[])[first, second, third]) await node.MoreAsync(20);

        await second.PauseAsync();
        var killed = await third.KillAsync();
        await using var fourth = Join(3);
        await fourth.MoreAsync(20);
        await first.MoreAsync(200);
        await Task.Delay(Pause, TestContext.Current.CancellationToken);
        await first.MoreAsync(200);
        await second.ResumeAsync();
        await second.MoreAsync(20);
        string[] acknowledged = [.. killed, .. await first.KillAsync(), .. await second.KillAsync(), .. await fourth.KillAsync()];
        await KeptDossiers.AssertAsync(new CityOptions { DataFolder = folders[0], Database = database.ConnectionString }, acknowledged);

        CityProcess Join(int number) => new(folders[number], $"node {number}", "anywhere", database.ConnectionString);
    }
}
