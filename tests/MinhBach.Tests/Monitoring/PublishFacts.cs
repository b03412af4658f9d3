using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using MinhBach.Kernel;
using MinhBach.Monitoring;
using MinhBach.Shell;
using MinhBach.Testing;

namespace MinhBach.Tests.Monitoring;

public sealed class PublishFacts
{
    private const string November = "tu=2026-11-01&den=2026-11-30";

    [Theory, BothDatabases]
    public async Task Page_file_and_api_say_the_same(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        using var visitor = city.Visitor();
        foreach (var (slug, name) in new[] { ("co-quan", "agency"), ("linh-vuc", "field"), ("thu-tuc", "procedure"), ("thang", "month") })
        {
            var page = await visitor.GetAsync($"/cong-khai?{November}&theo={slug}");
            var row = page.Document.QuerySelectorAll("tbody tr").Single();
            var file = (await visitor.Client.GetStringAsync(new Uri($"/cong-khai.csv?{November}&theo={slug}", UriKind.Relative), TestContext.Current.CancellationToken)).Split("\r\n");
            var heads = Fields(file[0].TrimStart('\uFEFF'));
            var values = Fields(file[1]);
            using var answer = JsonDocument.Parse(await visitor.Client.GetStringAsync(new Uri($"/api/v1/statistics/on-time?from=2026-11-01&to=2026-11-30&groupBy={name}", UriKind.Relative), TestContext.Current.CancellationToken));
            var figures = answer.RootElement.GetProperty("groups").EnumerateArray().Single().GetProperty("figures");
            foreach (var figure in Enum.GetValues<Figure>())
            {
                var head = FigureWords.Name(figure);
                var inApi = figures.GetProperty(JsonNamingPolicy.CamelCase.ConvertName(figure.ToString())).GetInt32();
                Assert.Equal(inApi.ToString(CultureInfo.InvariantCulture), At(values, heads, head));
                // A column without any dossier is left out of the page.
                var cell = row.QuerySelectorAll("td").FirstOrDefault(found => found.GetAttribute("data-label") == head);
                Assert.Equal(inApi.ToString(CultureInfo.InvariantCulture), cell is null ? "0" : Page.Squeeze(cell.TextContent));
            }

            Assert.Equal(0.6, figures.GetProperty("onTimeRate").GetDouble());
            Assert.Equal("60", At(values, heads, "Tỷ lệ đúng hạn (%)"));
            Assert.Contains("60\u00a0%", row.TextContent, StringComparison.Ordinal);
            Assert.Equal(0.4, figures.GetProperty("firstDueRate").GetDouble());
            Assert.Equal("40", At(values, heads, "Tỷ lệ đúng hạn theo ngày hẹn đầu tiên (%)"));
        }
    }

    [Theory, BothDatabases]
    public async Task A_figure_on_the_page_leads_to_its_dossiers_without_names_or_codes(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        using var visitor = city.Visitor();
        var page = await visitor.GetAsync("/cong-khai?" + November);
        var link = page.Document.QuerySelector("tbody td[data-label='Đang giải quyết quá hạn'] a")!.GetAttribute("href")!;

        var list = await visitor.GetAsync(link);

        Assert.Equal("Đang giải quyết quá hạn", list.Heading);
        var row = Assert.Single(list.Document.QuerySelectorAll("tbody tr"));
        Assert.Contains("20/11/2026", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn Thị Hồng Hạnh", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("-261117-", list.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_bad_date_is_named_beside_its_field_and_kept(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        using var visitor = city.Visitor();

        var page = await visitor.GetAsync("/cong-khai?tu=hôm+qua&den=2026-11-30");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(["Nhập ngày như 02/09/2026"], page.Errors);
        Assert.Equal("hôm qua", page.Document.QuerySelector("#tu")!.GetAttribute("value"));
        Assert.Equal(["Ngày cuối phải từ ngày đầu trở đi"], (await visitor.GetAsync("/cong-khai?tu=2026-11-30&den=2026-11-01")).Errors);
    }

    [Theory, BothDatabases]
    public async Task The_api_names_the_bad_parameter(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        using var visitor = city.Visitor();

        using var answer = await visitor.Client.GetAsync(new Uri("/api/v1/statistics/on-time?from=abc&groupBy=planet", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Nhập ngày dạng 2026-01-31", problem.RootElement.GetProperty("errors").GetProperty("from")[0].GetString());
        Assert.True(problem.RootElement.GetProperty("errors").TryGetProperty("groupBy", out _));
    }

    [Theory, BothDatabases]
    public async Task An_unknown_figure_is_not_found(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        using var visitor = city.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/cong-khai/ho-so?so=gi-do")).Status);
    }

    [Fact]
    public void Every_figure_is_named_and_defined_in_English()
    {
        var sentences = Enum.GetValues<Figure>().SelectMany(figure => new[] { FigureWords.Name(figure), FigureWords.Meaning(figure) })
            .Concat([FigureWords.Rate, FigureWords.RateMeaning, FigureWords.FirstRate, FigureWords.FirstRateMeaning, FigureWords.Sum, FigureWords.Precision])
            .Concat(MinhBach.Monitoring.Publish.PublishedColumns.All.Select(column => column.Name))
            .Concat(CountedSet.All.SelectMany(set => new[] { set.Name, set.Meaning }));
        Assert.Empty(sentences.Where(sentence => !Words.HasEnglish(sentence)));
    }

    private static string[] Fields(string line) =>
        [.. Regex.Matches(line, "(?:^|,)(\"(?:[^\"]|\"\")*\"|[^,]*)").Select(match => match.Groups[1].Value.Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal))];

    private static string At(string[] values, string[] heads, string head) => values[Array.IndexOf(heads, head)];
}
