using System.Text.Json;
using AngleSharp.Html.Parser;
using MinhBach.Testing;
using MinhBach.Tests.Operations;

namespace MinhBach.Tests.Mining;

/// <summary><c>mine FILE</c> as somebody at a terminal uses it.</summary>
public sealed class MineFacts
{
    private static string Receipt => SharedData.Find("event-logs/08_receipt.xes.gz");

    [Fact]
    public async Task The_log_of_a_permit_desk_is_counted_as_others_counted_it()
    {
        foreach (var file in new[] { Receipt, SharedData.Find("event-logs/receipt.csv") })
        {
            var told = await JsonOfAsync(file);

            Assert.Equal(
                [1434, 8577, 27, 116, 1329, 940, 389, 105, 0],
                new[] { "cases", "events", "activities", "variants", "closed", "onTime", "late", "open", "broken" }.Select(name => told.GetProperty(name).GetInt32()));
            Assert.True(told.GetProperty("dates").GetProperty("isGuessed").GetBoolean());
            var channels = told.GetProperty("by").EnumerateArray().Single(split => split.GetProperty("attribute").GetString() == "channel").GetProperty("values").EnumerateArray();
            Assert.Equal(1434, channels.Sum(value => value.GetProperty("counts").GetProperty("cases").GetInt32()));
        }
    }

    [Fact]
    public async Task Another_planned_date_gives_other_figures()
    {
        var told = await JsonOfAsync(Receipt, "--due", "deadline", "--done", "enddate");

        Assert.Equal((1329, 952, 377), (told.GetProperty("closed").GetInt32(), told.GetProperty("onTime").GetInt32(), told.GetProperty("late").GetInt32()));
        Assert.False(told.GetProperty("dates").GetProperty("isGuessed").GetBoolean());
    }

    [Fact]
    public async Task An_attribute_that_no_case_has_is_a_mistake_and_those_that_are_there_are_named()
    {
        foreach (var option in new[] { "--due", "--done", "--by" })
        {
            var (code, said) = await CommandRun.RunAsync("mine", Receipt, option, "dedline");

            Assert.NotEqual(0, code);
            Assert.Contains("dedline", said, StringComparison.Ordinal);
            Assert.Contains("enddate_planned", said, StringComparison.Ordinal);
        }

        Assert.Equal(952, (await JsonOfAsync(SharedData.Find("event-logs/receipt.csv"), "--due", "case:deadline")).GetProperty("onTime").GetInt32());
    }

    [Fact]
    public async Task A_table_as_an_office_keeps_it_is_read_as_it_is()
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(
                path,
                "Mã hồ sơ;Công việc;Thời điểm;Người thực hiện;Ngày hẹn trả;Ngày trả kết quả\n"
                + "HS1;Tiếp nhận;02/03/2026 8:00 SA;An;09/03/2026;09/03/2026\nHS1;Trả kết quả;09/03/2026 4:10 CH;An;09/03/2026;09/03/2026\n"
                + "HS2;Tiếp nhận;2026/03/02 08:00:00.000;An;09-03-2026;10-03-2026\nHS3;Tiếp nhận;02/03/2026;An;09/03/2026;\nHS4;Tiếp nhận;02/03/2026;An;09/03/2026;hôm qua\n",
                TestContext.Current.CancellationToken);
            var told = await JsonOfAsync(path);

            Assert.Equal(
                [4, 5, 2, 2, 1, 1, 1, 1],
                new[] { "cases", "events", "activities", "closed", "onTime", "late", "open", "broken" }.Select(name => told.GetProperty(name).GetInt32()));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Working_time_is_less_than_the_clocks()
    {
        double WaitIn(JsonElement told) => told.GetProperty("bottlenecks").EnumerateArray().Sum(place => place.GetProperty("mean").GetDouble() * place.GetProperty("times").GetInt64());

        var working = WaitIn(await JsonOfAsync(Receipt, "--zone", "Europe/Amsterdam"));
        var wall = WaitIn(await JsonOfAsync(Receipt, "--zone", "Europe/Amsterdam", "--wall-clock"));

        // 40 of 168 hours a week.
        Assert.InRange(working / wall, 0.15, 0.35);
    }

    [Fact]
    public async Task The_report_is_one_file_that_needs_nothing_else()
    {
        var folder = Directory.CreateTempSubdirectory("minhbach-test-");
        try
        {
            var target = Path.Combine(folder.FullName, "bao-cao.html");
            var (code, said) = await CommandRun.RunAsync("mine", Receipt, "--html", target);

            Assert.True(code == 0, said);
            var page = await new HtmlParser().ParseDocumentAsync(await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken));
            Assert.Equal("vi", page.DocumentElement.GetAttribute("lang"));
            Assert.Empty(page.QuerySelectorAll("[src], link, script"));
            Assert.NotEmpty(page.QuerySelectorAll("svg path title"));
            Assert.Contains("70,7", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Contains("1.434", said, StringComparison.Ordinal);
            Assert.Contains("940", said, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Names_in_a_log_are_text_and_nothing_else()
    {
        var (code, said, html) = await MineAsync("case,activity,timestamp\n1,<script>alert(1)</script>,2026-01-05T09:00:00+07:00\n1,\"b\"\"><img src=x>\",2026-01-05T10:00:00+07:00\n");

        Assert.True(code == 0, said);
        var page = await new HtmlParser().ParseDocumentAsync(html);
        Assert.Empty(page.QuerySelectorAll("script, img"));
        Assert.Contains("<script>alert(1)</script>", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Không đọc được")]
    [InlineData("a,b,c\n1,2,3\n", "Không đọc được")]
    [InlineData("<log><trace>", "Không đọc được")]
    [InlineData("{\"x\":1}", "Không đọc được")]
    public async Task What_is_no_log_is_refused_with_a_sentence(string content, string sentence)
    {
        var (code, said, _) = await MineAsync(content);

        Assert.Equal(2, code);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_zone_and_a_missing_file_are_told()
    {
        var zone = await CommandRun.RunAsync("mine", Receipt, "--zone", "Hà Nội");
        var missing = await CommandRun.RunAsync("mine", "/khong/co/tep.xes");

        Assert.Equal((2, 2), (zone.Code, missing.Code));
        Assert.Contains("Asia/Ho_Chi_Minh", zone.Said, StringComparison.Ordinal);
        Assert.Contains("tep.xes", missing.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_in_a_file_is_told_with_its_line()
    {
        var (code, said, _) = await MineAsync("case,activity,timestamp\n1,A,2026-01-05T09:00:00+07:00\n1,B,hôm qua\n2,A\n");

        Assert.True(code == 0, said);
        Assert.Contains("Ngày giờ không đọc được", said, StringComparison.Ordinal);
        Assert.Contains("dòng 3", said, StringComparison.Ordinal);
        Assert.Contains("Dòng thừa hoặc thiếu cột", said, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> JsonOfAsync(string file, params string[] options)
    {
        var (code, said) = await CommandRun.RunAsync(["mine", file, "--json", .. options]);
        Assert.True(code == 0, said);
        using var json = JsonDocument.Parse(said);
        return json.RootElement.Clone();
    }

    private static async Task<(int Code, string Said, string Html)> MineAsync(string content)
    {
        var folder = Directory.CreateTempSubdirectory("minhbach-test-");
        try
        {
            var (file, target) = (Path.Combine(folder.FullName, "log"), Path.Combine(folder.FullName, "log.html"));
            await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);
            var (code, said) = await CommandRun.RunAsync("mine", file, "--html", target);
            return (code, said, File.Exists(target) ? await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken) : "");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
