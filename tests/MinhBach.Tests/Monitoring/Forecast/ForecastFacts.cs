using MinhBach.Monitoring.Forecast;
using MinhBach.ProcessMining;
using NodaTime;

namespace MinhBach.Tests.Monitoring.Forecast;

public sealed class ForecastFacts
{
    private const int Day = 8 * 3600;

    [Fact]
    public void A_tally_counts_what_was_longer_as_a_list_does_within_a_bucket()
    {
        var random = new Random(7);
        var durations = Enumerable.Range(0, 4_000).Select(_ => (int)Math.Exp(random.NextDouble() * 14)).ToList();
        var tally = new DurationTally();
        foreach (var duration in durations) tally.Add(duration);

        Assert.Equal(durations.Count, tally.Count);
        Assert.Equal(durations.Count, tally.Longer(-1));
        // Below a minute a bucket is four seconds.
        foreach (var border in durations.Where(duration => duration > 60).Take(200).Append(int.MaxValue))
        {
            // An eighth of a doubling may be spread unevenly.
            var (least, most) = (durations.Count(duration => duration > border * 1.13), durations.Count(duration => duration > border / 1.13));
            Assert.InRange(tally.Longer(border), least, most);
        }
    }

    [Fact]
    public void Quantiles_of_what_is_left_lie_where_a_list_has_them()
    {
        var durations = Enumerable.Range(1, 1_000).Select(day => day * 60).ToList();
        var tally = new DurationTally();
        foreach (var duration in durations) tally.Add(duration);

        Assert.InRange(tally.Quantile(0.5, 0)!.Value, 30_000 * 0.9, 30_000 * 1.1);
        Assert.InRange(tally.Quantile(0.9, 30_000)!.Value, 57_000 * 0.9, 57_000 * 1.1);
        Assert.Null(tally.Quantile(0.5, 70_000));
        Assert.Null(new DurationTally().Quantile(0.5, 0));
    }

    [Fact]
    public void A_dossier_that_has_waited_long_is_likelier_to_be_late()
    {
        var forecast = new Forecaster();
        var place = new StepPlace(1, 2, 3);
        for (var i = 1; i <= 500; i++) forecast.Close(0, [new(place, default, 0, null)], isLate: i > 400, _ => i * Day / 100);

        var fresh = forecast.Chance(place, 9, passed: 0, left: 4 * Day).Chance;
        var waited = forecast.Chance(place, 9, passed: 3 * Day, left: Day).Chance;
        var hopeless = forecast.Chance(place, 9, passed: 4 * Day, left: 60).Chance;

        Assert.InRange(fresh, 0.1, 0.3);
        Assert.InRange(waited, 0.4, 0.6);
        Assert.InRange(hopeless, 0.8, 1);
    }

    [Fact]
    public void A_desk_that_has_done_nothing_yet_leans_on_the_step_and_the_procedure()
    {
        var forecast = new Forecaster();
        for (var i = 0; i < 500; i++) forecast.Close(0, [new(new(1, 2, 3), default, 0, null)], isLate: true, _ => 10 * Day);

        Assert.InRange(forecast.Chance(new(1, 2, 99), 9, 0, Day).Chance, 0.9, 1);
        Assert.InRange(forecast.Chance(new(1, 98, 99), 9, 0, Day).Chance, 0.9, 1);
        Assert.Null(forecast.Times.Needed(new(1, 98, 99), 0));
        Assert.InRange(forecast.Times.Needed(new(1, 2, 99), 0)!.Value.Half, 9 * Day, 11 * Day);
    }

    [Fact]
    public void Nobody_knows_anything_about_an_empty_city()
    {
        Assert.Equal(0.05, new Forecaster().Chance(new(1, 2, 3), 4, 0, Day).Chance, 3);
    }

    // Desks of different speed, a load that slows the work down, and a city that grows slower in summer: told chances of months that
    // were not yet known have to come true.
    [Fact]
    public void Of_those_told_some_chance_that_share_is_late_in_months_to_come()
    {
        var told = Simulated(seed: 11);
        var held = told.Calibration.Months.Skip(3).ToList();

        foreach (var tenth in Enumerable.Range(0, CalibrationMonth.Tenths))
        {
            var (all, late, given) = (held.Sum(month => month.By[tenth].All), held.Sum(month => month.By[tenth].Late), held.Sum(month => month.By[tenth].Given));
            if (all < 300) continue;
            Assert.InRange(late / (double)all, (given / all) - 0.06, (given / all) + 0.06);
        }

        Assert.InRange(held.Sum(month => month.By.Count(tenth => tenth.All >= 50)), held.Count * 5, int.MaxValue);
        var (count, isLate, error) = (held.Sum(month => month.By.Sum(tenth => tenth.All)), held.Sum(month => month.By.Sum(tenth => tenth.Late)), held.Sum(month => month.Error));
        var share = isLate / (double)count;
        // Worth more than telling everybody the same.
        Assert.InRange(error / count, 0, share * (1 - share) * 0.9);
    }

    [Fact]
    public void What_was_learned_is_stored_and_read_again_to_the_bit()
    {
        var learned = Simulated(seed: 5);
        var bytes = Bytes(learned);

        using var reader = new BinaryReader(new MemoryStream(bytes));
        var read = Forecaster.Read(reader);

        Assert.Equal(bytes, Bytes(read));
        Assert.Equal(learned.Chance(new(1, 2, 3), 3, Day, Day), read.Chance(new(1, 2, 3), 3, Day, Day));
    }

    [Fact]
    public void The_first_second_of_a_bucket_is_in_it_and_the_one_before_is_not()
    {
        for (var bucket = 1; bucket < DurationBuckets.Count; bucket++)
        {
            Assert.Equal(bucket, DurationBuckets.Of(DurationBuckets.FirstOf(bucket)));
            Assert.Equal(bucket - 1, DurationBuckets.Of(DurationBuckets.FirstOf(bucket) - 1));
        }
    }

    private static byte[] Bytes(Forecaster forecast)
    {
        using var bytes = new MemoryStream();
        using (var to = new BinaryWriter(bytes)) forecast.Write(to);
        return bytes.ToArray();
    }

    private static Forecaster Simulated(int seed)
    {
        var random = new Random(seed);
        var forecast = new Forecaster();
        for (var month = 0; month < 9; month++)
        {
            for (var i = 0; i < 2_500; i++)
            {
                var desk = random.Next(6);
                var place = new StepPlace(desk / 3, 2, desk);
                var left = Day * random.Next(1, 7);
                var heavy = i % 500 > 400;
                // A wave of openings, then it is worked off.
                for (var more = 0; heavy && more < 10; more++) forecast.Loads.Enter(desk);
                var given = forecast.Open(place, desk, left);
                var seconds = (int)(Day * (1 + (desk * 0.4)) * (heavy ? 1.8 : 1) * (month >= 6 ? 1.1 : 1) * -Math.Log(1 - random.NextDouble()));
                forecast.Loads.Leave(desk);
                for (var more = 0; heavy && more < 10; more++) forecast.Loads.Leave(desk);
                forecast.Close(month, [new(place, Instant.FromUnixTimeSeconds(0), 0, given)], seconds > left, _ => seconds);
            }
        }

        return forecast;
    }
}
