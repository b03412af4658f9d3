using FsCheck;
using FsCheck.Fluent;
using MinhBach.Monitoring.Cuts;

namespace MinhBach.Tests.Monitoring.Cuts;

public sealed class BucketFacts
{
    [Fact]
    public void A_duration_comes_back_at_most_1_6_percent_off() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seconds =>
        {
            var bucket = Buckets.Of(seconds);
            return bucket < Buckets.Count && Math.Abs(Buckets.Seconds(bucket) - seconds) <= 0.016 * seconds;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Buckets_are_in_the_order_of_durations()
    {
        var before = -1;
        for (var seconds = 0; seconds < 200_000; seconds++)
        {
            var bucket = Buckets.Of(seconds);
            Assert.InRange(bucket, before, before + 1);
            before = bucket;
        }
    }
}
