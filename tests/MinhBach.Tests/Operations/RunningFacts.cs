using System.Runtime.CompilerServices;
using MinhBach.Kernel;
using MinhBach.Operations;
using MinhBach.Testing;
using MinhBach.Tests.Dossiers;
using MinhBach.Transparency;
using NodaTime;

namespace MinhBach.Tests.Operations;

public sealed class RunningFacts
{
    [Theory, BothDatabases]
    public async Task An_administrator_sees_how_the_node_is_doing(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        using var administrator = await city.SignInAsync("quan-tri");
        await new Ward(city).SubmitAsync();
        await administrator.GetAsync("/thu-tuc/1.001193");

        var page = await administrator.GetAsync("/quan-tri/van-hanh");

        // A page's time is known a little after its reader has it.
        for (var tries = 0; tries < 100 && !page.Text.Contains("/thu-tuc/{code}", StringComparison.Ordinal); tries++)
        {
            await Task.Delay(100);
            page = await administrator.GetAsync("/quan-tri/van-hanh");
        }

        Assert.Contains("hoạt động", page.Row("Cơ sở dữ liệu"), StringComparison.Ordinal);
        Assert.Contains("lần ghi xuống đĩa", page.Row("Lệnh đã ghi"), StringComparison.Ordinal);
        Assert.Contains("/thu-tuc/{code}", page.Text, StringComparison.Ordinal);
        Assert.Contains("monitoring", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_alarm_rings_at_its_limit_and_has_a_runbook()
    {
        var now = Instant.FromUtc(2026, 11, 23, 2, 0);
        var slow = new Latencies();
        slow.Add(Alarms.SlowestCommit * 3);
        var failing = new Latencies();
        failing.Add(TimeSpan.FromMilliseconds(1));
        var well = new RunningFigures(now, true, [0, 0], 1, new(), [new("c", 5, Alarms.OldestUnread)], 0.5, 9, now - Alarms.Lately, null, new(IsOn: true, 3, now - Alarms.OldestMail, 0), [("thu-tuc", 1, 0, failing)]);
        var ill = new RunningFigures(now, false, [0, Alarms.MostWaiting + 1], 1, slow, [new("c", 5, Alarms.OldestUnread + Duration.FromSeconds(1))], 0.05, 9, now, new(PublicLogTrouble.Clock, "", now), new(IsOn: true, 3, now, 1), [("thu-tuc", 1, 1, failing)]);

        Assert.Empty(Alarms.Of(well));
        var runbook = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "../../../docs/runbook.md"));
        var rung = Alarms.Of(ill).ToList();
        Assert.Equal(9, rung.Count);
        Assert.All(rung, alarm => Assert.Contains($"\n## {alarm.Key}\n", runbook, StringComparison.Ordinal));
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
