using MinhBach.Testing;
using NodaTime;

namespace MinhBach.ProcessMining.Tests;

/// <summary>Real logs; the figures were counted by another program.</summary>
public sealed class XesRealLogFacts
{
    [Fact]
    public void Receipt_phase_of_a_permit_desk_is_read_whole()
    {
        using var file = File.OpenRead(SharedData.Find("event-logs/08_receipt.xes.gz"));
        var reader = new XesReader(file);
        var log = reader.ReadAll();
        var times = log.Cases.SelectMany(found => found.Events.ToArray()).Select(happened => happened.At).ToList();
        Assert.Equal(1434, log.Cases.Count);
        Assert.Equal(8577, times.Count);
        Assert.Equal((27, 48, 10), (log.Names.Activities.Count, log.Names.Resources.Count, log.Names.Units.Count));
        Assert.Equal(Instant.FromUnixTimeMilliseconds(1286004039266), times.Min());
        Assert.Equal(Instant.FromUnixTimeMilliseconds(1327329774644), times.Max());
        Assert.Equal(1329, log.Cases.Count(found => found.Attributes.ContainsKey("enddate")));
        Assert.Equal(609, log.Cases.Count(found => found.Attributes.ContainsKey("group")));
        Assert.Equal((11, 17, 3), (reader.Header.Extensions.Count, reader.Header.Globals.Count, reader.Header.Classifiers.Count));
        Assert.Equal(0, reader.Problems.Total);
    }

    [Fact]
    public void Road_traffic_fines_are_read_whole()
    {
        using var file = File.OpenRead(SharedData.Find("event-logs/roadtraffic100traces.xes"));
        var reader = new XesReader(file);
        var log = reader.ReadAll();
        var events = log.Cases.SelectMany(found => found.Events.ToArray()).ToList();
        Assert.Equal((100, 390), (log.Cases.Count, events.Count));
        Assert.Equal((10, 54, 0), (log.Names.Activities.Count, log.Names.Resources.Count, log.Names.Units.Count));
        Assert.Equal(100, events.Count(happened => happened.Resource >= 0));
        Assert.Equal(0, reader.Problems.Total);
        // The events' amounts, articles and the like; the head's statistics of statistics.
        Assert.Equal(965 + 1113, reader.Problems.NotRead);
    }
}
