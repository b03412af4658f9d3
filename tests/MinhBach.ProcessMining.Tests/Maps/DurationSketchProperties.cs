using FsCheck;
using FsCheck.Fluent;

namespace MinhBach.ProcessMining.Tests;

public sealed class DurationSketchProperties
{
    // Seconds to centuries, and all sizes between.
    private static Gen<long> Seconds { get; } =
        from bits in Gen.Choose(0, 40)
        from noise in Gen.Choose(0, int.MaxValue - 1)
        select (1L << bits) + ((long)noise % (1L << bits)) - 1;

    private static Gen<long[]> Many { get; } =
        from count in Gen.Choose(1, 200)
        from values in Gen.CollectToArray(Enumerable.Repeat(Seconds, count))
        select values;

    [Fact]
    public void Quantiles_are_within_the_stated_error_of_the_sorted_list() =>
        Holds.For(500, Many, values =>
        {
            var sketch = Of(values);
            Array.Sort(values);
            return Enumerable.Range(0, 101).All(percent =>
            {
                var exact = values[Math.Max(0, (int)Math.Ceiling(percent / 100.0 * values.Length) - 1)];
                return Math.Abs(sketch.Quantile(percent / 100.0)!.Value - exact) <= exact * DurationSketch.RelativeError;
            });
        });

    [Fact]
    public void Count_sum_least_and_greatest_are_exact() =>
        Holds.For(200, Many, values =>
        {
            var sketch = Of(values);
            return (sketch.Count, sketch.TotalSeconds, sketch.LeastSeconds, sketch.GreatestSeconds) == (values.Length, values.Sum(), values.Min(), values.Max());
        });

    [Fact]
    public void Merging_in_any_order_and_grouping_equals_adding_all() =>
        Holds.For(300, Many.Zip(Many).Zip(Many), sets =>
        {
            var ((a, b), c) = sets;
            var left = Of(a);
            left.Merge(Of(b));
            left.Merge(Of(c));
            var right = Of(c);
            right.Merge(Of(b));
            var outer = Of(a);
            outer.Merge(right);
            var backwards = Of(c);
            backwards.Merge(Of(b));
            backwards.Merge(Of(a));
            var all = Facts(Of([.. a, .. b, .. c]));
            return Facts(left) == all && Facts(outer) == all && Facts(backwards) == all;
        });

    [Fact]
    public void Nothing_measured_has_no_quantile()
    {
        var sketch = new DurationSketch();
        sketch.Merge(new DurationSketch());

        Assert.Null(sketch.P50);
        Assert.Null(sketch.MeanSeconds);
        Assert.Null(sketch.LeastSeconds);
    }

    [Fact]
    public void A_negative_duration_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new DurationSketch().Add(-1));

    [Fact]
    public void The_longest_possible_duration_has_its_place()
    {
        var sketch = Of([0, long.MaxValue / 2]);

        Assert.Equal(0, sketch.P50);
        Assert.Equal(long.MaxValue / 2, sketch.Quantile(1));
    }

    private static string Facts(DurationSketch sketch) =>
        $"{sketch.Count} {sketch.TotalSeconds} {sketch.LeastSeconds} {sketch.GreatestSeconds} {string.Join(' ', Enumerable.Range(0, 21).Select(part => sketch.Quantile(part / 20.0)))}";

    private static DurationSketch Of(IEnumerable<long> values)
    {
        var sketch = new DurationSketch();
        foreach (var value in values)
            sketch.Add(value);
        return sketch;
    }
}
