using System.Net;
using System.Text.Json;

namespace MinhBach.Tests.Shell;

public sealed class ErrorTests(ShellHost host) : IClassFixture<ShellHost>
{
    [Fact]
    public async Task An_unknown_address_is_a_kind_404_in_both_languages()
    {
        var answer = await host.Client().GetAsync("/khong-co");
        var page = await ShellHost.Read(answer);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("Không tìm thấy trang", page.QuerySelector("h1")?.TextContent);
        Assert.Contains("This page does not exist", page.QuerySelector("main [lang=en]")?.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='/tra-cuu']"));
    }

    [Fact]
    public async Task The_error_page_itself_is_no_page() =>
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client().GetAsync("/loi")).StatusCode);

    [Theory]
    [InlineData("/cam", HttpStatusCode.Forbidden, "Bạn không có quyền xem trang này")]
    [InlineData("/sai-luat", HttpStatusCode.Conflict, "Việc này không thực hiện được lúc này")]
    [InlineData("/hong", HttpStatusCode.InternalServerError, "Hệ thống gặp lỗi")]
    public async Task Errors_keep_their_status_and_say_what_to_do(string path, HttpStatusCode status, string heading)
    {
        var answer = await host.Client().GetAsync(path);
        var page = await ShellHost.Read(answer);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(heading, page.QuerySelector("h1")?.TextContent);
        Assert.DoesNotContain("mật khẩu", page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Equal(status == HttpStatusCode.InternalServerError, page.QuerySelector("main code") is not null);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_a_page()
    {
        using var empty = new FormUrlEncodedContent([]);
        var answer = await host.Client().PostAsync("/he-thong-thiet-ke", empty);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("Yêu cầu có chỗ chưa đúng", (await ShellHost.Read(answer)).QuerySelector("h1")?.TextContent);
    }

    [Theory]
    [InlineData("/api/khong-co", 404, "not-found", "Không tìm thấy")]
    [InlineData("/api/cam", 403, "forbidden", "Bạn không có quyền làm việc này")]
    [InlineData("/api/sai-luat", 409, "test.closed", "Không tìm thấy trang")]
    [InlineData("/api/hong", 500, "internal-error", "Hệ thống gặp lỗi")]
    public async Task Programs_get_a_problem_with_a_stable_code(string path, int status, string code, string title)
    {
        var answer = await host.Client().GetAsync(path);
        var body = await answer.Content.ReadAsStringAsync();
        var problem = JsonDocument.Parse(body).RootElement;

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal(title, problem.GetProperty("title").GetString());
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
        Assert.DoesNotContain("123", body.Replace(problem.GetProperty("traceId").GetString()!, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
