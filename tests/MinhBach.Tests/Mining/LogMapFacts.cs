using MinhBach.Kernel;
using MinhBach.Testing;
using MinhBach.Tests.Operations;

namespace MinhBach.Tests.Mining;

public sealed class LogMapFacts
{
    [Theory]
    [InlineData("""{ "source": { "name": "A" } }""", "source.slug", "còn thiếu")]
    [InlineData("""{ }""", "source.name", "còn thiếu")]
    [InlineData("""{ "source": { "name": "A", "slug": "Mot Cua" } }""", "source.slug", "chữ thường")]
    [InlineData("""{ "source": { "name": "A", "slug": "moi" } }""", "source.slug", "chữ thường")]
    [InlineData("""{ "source": { "name": "A", "slug": "a" }, "zone": "Hà Nội" }""", "zone", "múi giờ")]
    [InlineData("""{ "source": { "name": "A", "slug": "a" }, "cases": { "duo": "x" } }""", "cases.duo", "không có trường này")]
    [InlineData("""{ "source": { "name": "A", "slug": "a" }, "cases": { "due": 3 } }""", "cases.due", "ngoặc kép")]
    [InlineData("""{ "source": { "name": "A", "slug": "a" }, "cases": { "due": "x", "done": "x" } }""", "cases.done", "đã dùng")]
    [InlineData("""{ "source": { "name": "A", "slug": "a" }, "events": "x" }""", "events", "ngoặc nhọn")]
    [InlineData("""{ "source": { "name": "A", "slug": "a" }, "activities": { "T01": 1 } }""", "activities.T01", "ngoặc kép")]
    public void A_wrong_map_is_told_by_its_field(string json, string field, string why)
    {
        var rule = Assert.Throws<RuleBroken>(() => ImportedLogsOfTests.Read(json));

        Assert.Equal(field, rule.Values[0]);
        Assert.Contains(why, rule.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("")]
    public void What_is_no_map_is_refused(string json) => Assert.StartsWith("map.", Assert.Throws<RuleBroken>(() => ImportedLogsOfTests.Read(json)).Code, StringComparison.Ordinal);

    [Fact]
    public async Task A_map_makes_any_columns_readable_and_names_them_anew()
    {
        const string Csv = "so_hs;viec;luc;ai;phong;ngay_hen;ngay_tra\nHS1;T1;2026-01-05T09:00:00+07:00;An;P1;2026-01-09;2026-01-08\nHS2;T1;2026-01-05T09:00:00+07:00;Ba;P2;2026-01-09;2026-01-12\nHS2;T2;2026-01-06T09:00:00+07:00;Ba;P2;2026-01-09;2026-01-12\n";
        using var file = new TemporaryFile(Csv);
        using var map = new TemporaryFile("""
            { "source": { "name": "Sổ", "slug": "so" },
              "events": { "case": "so_hs", "activity": "viec", "timestamp": "luc", "resource": "ai", "unit": "phong" },
              "cases": { "due": "ngay_hen", "done": "ngay_tra", "department": "phong" },
              "activities": { "T1": "Tiếp nhận" }, "departments": { "P1": "Văn phòng" } }
            """);

        var (code, said) = await CommandRun.RunAsync("mine", file.Path, "--map", map.Path);

        Assert.True(code == 0, said);
        Assert.Contains("Tiếp nhận → T2", said, StringComparison.Ordinal);
        Assert.Contains("Văn phòng", said, StringComparison.Ordinal);
        Assert.Contains("Hạn: “ngay_hen”, ngày xong: “ngay_tra”.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Đoán theo tên", said, StringComparison.Ordinal);
        Assert.Matches(@"Đúng hạn\s+1 \(50", said);
    }

    [Theory]
    [InlineData("--due", "x")]
    [InlineData("--zone", "Europe/Amsterdam")]
    public async Task A_map_and_an_option_that_says_the_same_are_refused(params string[] option)
    {
        using var file = new TemporaryFile(ImportedLogsOfTests.Csv("1,A,2026-01-05T09:00:00+07:00,An,,,X"));
        using var map = new TemporaryFile("""{ "source": { "name": "Sổ", "slug": "so" } }""");

        var (code, said) = await CommandRun.RunAsync(["mine", file.Path, "--map", map.Path, .. option]);

        Assert.Equal(2, code);
        Assert.Contains(option[0], said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_that_is_not_there_is_told_with_those_that_are()
    {
        using var file = new TemporaryFile(ImportedLogsOfTests.Csv("1,A,2026-01-05T09:00:00+07:00,An,,,X"));
        using var map = new TemporaryFile("""{ "source": { "name": "Sổ", "slug": "so" }, "cases": { "due": "han_chot" } }""");

        var (code, said) = await CommandRun.RunAsync("mine", file.Path, "--map", map.Path);

        Assert.Equal(2, code);
        Assert.Contains("cases.due", said, StringComparison.Ordinal);
        Assert.Contains("han_chot", said, StringComparison.Ordinal);
        Assert.Contains("office", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_the_map_of_the_guide_the_permit_desk_counts_as_without_it()
    {
        using var map = new TemporaryFile(ImportedLogsOfTests.ReceiptMapText());

        foreach (var log in new[] { ImportedLogsOfTests.Receipt, SharedData.Find("event-logs/receipt.csv") })
        {
            var (code, said) = await CommandRun.RunAsync("mine", log, "--map", map.Path, "--json");
            Assert.True(code == 0, said);
            using var json = System.Text.Json.JsonDocument.Parse(said);
            Assert.Equal(
                [1434, 8577, 27, 116, 1329, 940, 389, 105, 0],
                new[] { "cases", "events", "activities", "variants", "closed", "onTime", "late", "open", "broken" }.Select(name => json.RootElement.GetProperty(name).GetInt32()));
        }
    }
}
