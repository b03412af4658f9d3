using System.Globalization;
using MinhBach.DemoCity;
using MinhBach.Kernel;
using MinhBach.Mining.Imported;
using MinhBach.Monitoring.Warnings;
using MinhBach.ProcessMining;
using MinhBach.Testing;
using NodaTime;

namespace MinhBach.Tests.Mining;

public sealed class ImportedChanceFacts
{
    [Theory, BothDatabases]
    public async Task Open_cases_of_another_system_get_their_chances_from_its_own_cases_and_its_own_times(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        // Seen from "Nhanh" a case takes two days, from "Chậm" ten; all have five.
        var done = Enumerable.Range(0, 60).SelectMany(i => new[] { Row("n" + i, "Nhanh", i, i + 5, i + 2), Row("c" + i, "Chậm", i, i + 5, i + 10) });
        await city.ImportRowsAsync("so-cu", [.. done, Row("mở-nhanh", "Nhanh", 69, 74), Row("mở-chậm", "Chậm", 69, 74), Row("mở-trễ", "Nhanh", 60, 65), Row("mở-không-hạn", "Chậm", 69), Row("cuối", "Nhanh", 70, 75, 70)]);

        var log = await city.ImportedAsync("so-cu");
        var chances = log.Lines.Where(line => line.Dates.Standing == LogStanding.Open).ToDictionary(line => line.Key, line => line.Chance);

        Assert.InRange(chances["mở-nhanh"]!.Value, 0, 0.25);
        Assert.InRange(chances["mở-chậm"]!.Value, 0.6, 0.99);
        Assert.Equal(1, chances["mở-trễ"]);
        Assert.Null(chances["mở-không-hạn"]);
        Assert.All(log.Lines.Where(line => line.Dates.Standing != LogStanding.Open), line => Assert.Null(line.Chance));
        Assert.Equal(["mở-trễ"], log.Behind(ImportedMeasures.Overdue, ImportedFilter.None).Select(line => line.Key));
        Assert.Equal(["mở-chậm"], log.Behind(ImportedMeasures.Likely, ImportedFilter.None).Select(line => line.Key));
        Assert.Equal(0, log.Test.All);
        using var official = await city.SignInAsync("noi-vu");
        var board = await official.GetAsync("/theo-doi/he-thong-cu/so-cu");
        Assert.Contains("cần 1.000 lần", board.Text, StringComparison.Ordinal);
        Assert.Contains("Khả năng trễ", (await official.GetAsync("/theo-doi/he-thong-cu/so-cu/vu-viec?dem=chua-xong")).Document.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Khả năng trễ", (await official.GetAsync("/theo-doi/he-thong-cu/so-cu/vu-viec?dem=dung-han")).Document.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Chances_told_at_steps_turn_out_as_often_as_they_say_and_better_than_the_overall_share()
    {
        var ways = Made(seed: 5);
        var (chances, test) = ImportedChances.Of(ways, Instant.FromUnixTimeSeconds(ways.Max(way => way.Steps[^1].At)), DateTimeZone.Utc);

        Assert.InRange(test.All, 2_000, 20_000);
        Assert.InRange(test.Error, 0.01, test.PlainError * 0.8);
        Assert.InRange(test.Tenths.Sum(tenth => tenth.Given) / test.All, (test.Late / (double)test.All) - 0.03, (test.Late / (double)test.All) + 0.03);
        Assert.All(chances.OfType<double>(), chance => Assert.InRange(chance, 0, 1));
        Assert.NotEmpty(chances.OfType<double>());
    }

    [Fact]
    public void What_ends_later_is_not_known_to_a_chance_that_was_told_before()
    {
        var ways = Made(seed: 9);
        var middle = Instant.FromUnixTimeSeconds((ways[0].Steps[0].At + ways[^1].Steps[0].At) / 2);
        var month = (middle.InUtc().Year, middle.InUtc().Month);

        var all = ImportedChances.Of(ways, null, DateTimeZone.Utc).Test;
        var early = ImportedChances.Of([.. ways.Where(way => way.Dates.Done < middle)], null, DateTimeZone.Utc).Test;

        List<ReliableMonth> Before(Reliability test) => [.. test.Months.Where(told => (told.Year, told.Month).CompareTo(month) < 0)];
        Assert.InRange(Before(early).Sum(told => told.All), 200, all.All - 200);
        Assert.Equal(Before(early), Before(all));
    }

    [Fact]
    public async Task The_log_of_the_permit_desk_is_tested_with_its_own_past()
    {
        await using var city = await TestCity.StartAsync(DatabaseKind.Sqlite);
        await city.ImportAsync(ImportedLogsOfTests.Receipt, ImportedLogsOfTests.ReceiptMap());

        var log = await city.ImportedAsync("cap-phep-xay-dung");

        TestContext.Current.SendDiagnosticMessage(FormattableString.Invariant(
            $"{log.Test.All} chances told, {log.Test.Late} late, told {log.Test.Tenths.Sum(tenth => tenth.Given):0.0}, Brier {log.Test.Error:0.0000} against {log.Test.PlainError:0.0000}; {log.Endangered.Count()} open"));
        Assert.InRange(log.Test.All, 1_000, 10_000);
        Assert.InRange(log.Test.Error, 0, log.Test.PlainError);
        Assert.All(log.Endangered, line => Assert.InRange(line.Chance!.Value, 0, 1));
    }

    // Days of one year, as the log of another system writes them.
    private static string Row(string key, string activity, int day, int? due = null, int? done = null) => $"{key},{activity},{On(day)},ai đó,{(due is { } d ? On(d) : "")},{(done is { } e ? On(e) : "")},phòng";

    private static string On(int day) => new LocalDate(2025, 1, 1).PlusDays(day).ToString("yyyy-MM-dd'T'08:00:00'Z'", CultureInfo.InvariantCulture);

    // Three steps of unequal length; how slow a case is shows at each.
    private static List<ImportedWay> Made(int seed)
    {
        var dice = Dice.For(seed, index: 7);
        return [.. Enumerable.Range(0, 1_500).Select(i =>
        {
            var (at, steps) = (1_700_000_000L + (i * 20_000L), new List<ImportedStep>());
            var slow = dice.Chance(0.3);
            for (var step = 0; step < 3; step++)
            {
                steps.Add(new(slow ? step + 10 : step, dice.Between(0, 3), at));
                at += (long)dice.Exponential(slow ? 200_000 : 60_000);
            }

            var (due, done) = (Instant.FromUnixTimeSeconds(steps[0].At + 400_000), Instant.FromUnixTimeSeconds(at));
            var isOpen = i > 1_450;
            var standing = isOpen ? LogStanding.Open : done <= due ? LogStanding.OnTime : LogStanding.Late;
            return new ImportedWay(new(standing, Instant.FromUnixTimeSeconds(steps[0].At), due, isOpen ? null : done, IsDoneBeforeStart: false), isOpen ? [steps[0]] : steps);
        })];
    }
}
