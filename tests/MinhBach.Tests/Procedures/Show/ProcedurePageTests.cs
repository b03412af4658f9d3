using System.Net;
using MinhBach.Kernel;

namespace MinhBach.Tests.Procedures.Show;

public sealed class ProcedurePageTests
{
    private const string Birth = "1.001193";

    [Fact]
    public async Task A_search_without_marks_finds_the_procedure_and_leads_to_it()
    {
        using var visitor = (await TestCity.SharedAsync(DatabaseKind.Sqlite)).Visitor();
        var found = await visitor.SubmitAsync(await visitor.GetAsync("/thu-tuc"), "Tìm", ("Tìm theo tên, lĩnh vực hoặc mã", "dang ky khai sinh"));
        Assert.True(found.HasLink("Đăng ký khai sinh"));
        var page = await visitor.FollowAsync(found, "Đăng ký khai sinh");
        Assert.Equal("Đăng ký khai sinh", page.Heading);
        Assert.True(page.HasLink("Nộp hồ sơ"));
        Assert.Equal($"/nop-ho-so/{Birth}", page.Link("Nộp hồ sơ"));
    }

    [Fact]
    public async Task The_page_says_who_does_what_in_how_many_hours_and_how_long_it_may_take()
    {
        using var visitor = (await TestCity.SharedAsync(DatabaseKind.Sqlite)).Visitor();
        var page = await visitor.GetAsync($"/thu-tuc/{Birth}");
        Assert.Contains("Cán bộ một cửa", page.Text, StringComparison.Ordinal);
        Assert.Contains("Giờ làm việc", page.Text, StringComparison.Ordinal);
        Assert.Contains("Trong ngày", page.Text, StringComparison.Ordinal);
        Assert.Contains("Miễn phí", page.Text, StringComparison.Ordinal);
        Assert.Contains("Công dân", page.Row("Dành cho"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_process_is_served_as_BPMN()
    {
        using var visitor = (await TestCity.SharedAsync(DatabaseKind.Sqlite)).Visitor();
        var xml = await visitor.Client.GetStringAsync($"/thu-tuc/{Birth}/quy-trinh.bpmn", TestContext.Current.CancellationToken);
        Assert.Contains("BPMNDiagram", xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggestions_come_as_json()
    {
        using var visitor = (await TestCity.SharedAsync(DatabaseKind.Sqlite)).Visitor();
        var json = await visitor.Client.GetStringAsync("/thu-tuc/goi-y?q=ket%20hon", TestContext.Current.CancellationToken);
        Assert.Contains("Đăng ký kết hôn", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/thu-tuc/9.999999")]
    [InlineData("/thu-tuc/abc")]
    [InlineData("/thu-tuc/1.001193?phien-ban=99")]
    public async Task An_unknown_code_is_a_kind_404(string path)
    {
        using var visitor = (await TestCity.SharedAsync(DatabaseKind.Sqlite)).Visitor();
        var page = await visitor.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.NotEmpty(page.Heading);
    }

    [Theory]
    [InlineData("/thu-tuc?trang=-1&cap=Nope&doi-tuong=%3Cscript%3E")]
    [InlineData("/thu-tuc?trang=99999999999999999999&q=%22%27")]
    public async Task Odd_filters_are_ignored(string path)
    {
        using var visitor = (await TestCity.SharedAsync(DatabaseKind.Sqlite)).Visitor();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(path)).Status);
    }

    [Fact]
    public async Task The_api_pages_by_keyset_without_losing_or_repeating()
    {
        using var visitor = (await TestCity.SharedAsync(DatabaseKind.Sqlite)).Visitor();
        var codes = new List<string>();
        string? after = null;
        do
        {
            var json = await visitor.Client.GetStringAsync($"/api/v1/procedures?limit=7{(after is null ? "" : "&after=" + after)}", TestContext.Current.CancellationToken);
            using var page = System.Text.Json.JsonDocument.Parse(json);
            codes.AddRange(page.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("code").GetString()!));
            after = page.RootElement.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        while (after is not null);
        Assert.Equal(codes.Count, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.True(codes.Count >= 40, $"{codes.Count} procedures");
    }

    [Theory]
    [InlineData("/api/v1/procedures/9.999999", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/procedures?limit=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/procedures?after=nope", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/procedures/1.001193?on=tomorrow", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/procedures/1.001193", HttpStatusCode.OK)]
    public async Task The_api_answers_with_a_problem_where_there_is_one(string path, HttpStatusCode expected)
    {
        using var visitor = (await TestCity.SharedAsync(DatabaseKind.Sqlite)).Visitor();
        using var answer = await visitor.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(expected == HttpStatusCode.OK ? "application/json" : "application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }
}
