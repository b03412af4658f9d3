namespace MinhBach.Kernel.Tests.Telemetry;

public sealed class LatenciesFacts
{
    [Fact]
    public void A_quantile_is_right_within_an_eighth_of_an_octave()
    {
        var random = new Random(7);
        var took = Enumerable.Range(0, 20_000).Select(_ => TimeSpan.FromMicroseconds(Math.Exp(random.NextDouble() * 14))).ToList();
        var counted = new Latencies();
        foreach (var one in took) counted.Add(one);
        took.Sort();

        Assert.Equal(took.Count, counted.Count);
        foreach (var share in (double[])[0.01, 0.5, 0.9, 0.99, 1])
        {
            var exact = took[(int)Math.Ceiling(share * took.Count) - 1];
            Assert.InRange(counted.Quantile(share) / exact, 0.999, 1.15);
        }

        Assert.InRange((counted.Longest - took[^1]).TotalMicroseconds, -1, 1);
    }

    [Fact]
    public void Nothing_counted_takes_no_time_and_hours_are_counted_as_one()
    {
        var counted = new Latencies();
        Assert.Equal(TimeSpan.Zero, counted.Quantile(0.99));

        counted.Add(TimeSpan.Zero);
        counted.Add(TimeSpan.FromDays(3));

        Assert.Equal(2, counted.Count);
        Assert.Equal(TimeSpan.FromDays(3), counted.Longest);
        Assert.True(counted.Quantile(1) >= TimeSpan.FromHours(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => counted.Quantile(1.1));
    }
}
