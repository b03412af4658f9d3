using System.Net;

namespace MinhBach.Tests.Shell;

public sealed class PageTests(ShellHost host) : IClassFixture<ShellHost>
{
    [Theory]
    [InlineData("/", "Thủ tục hành chính, làm công khai")]
    [InlineData("/he-thong-thiet-ke", "Hệ thống thiết kế")]
    [InlineData("/kha-nang-tiep-can", "Khả năng tiếp cận")]
    public async Task Pages_answer_with_one_heading_in_plain_Vietnamese(string path, string heading)
    {
        var answer = await host.Client().GetAsync(path);
        var html = await answer.Content.ReadAsStringAsync();
        var page = await ShellHost.Read(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(heading, Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        Assert.Contains(heading, html, StringComparison.Ordinal);
        Assert.Equal("vi", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("#noi-dung", page.QuerySelector("body > a")?.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("main#noi-dung"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/he-thong-thiet-ke")]
    [InlineData("/kha-nang-tiep-can")]
    public async Task Pages_hold_to_the_strict_content_policy(string path)
    {
        var answer = await host.Client().GetAsync(path);
        var page = await ShellHost.Read(answer);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("strict-origin-when-cross-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
        Assert.DoesNotContain(page.All, e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_file_that_a_page_links_to_is_there()
    {
        var client = host.Client();
        var page = await ShellHost.Read(await client.GetAsync("/he-thong-thiet-ke"));
        var files = page.QuerySelectorAll("link[href]").Select(e => e.GetAttribute("href"))
            .Concat(page.QuerySelectorAll("script[src], img[src]").Select(e => e.GetAttribute("src")))
            .Concat(page.QuerySelectorAll("[data-mb-diagram]").Select(e => e.GetAttribute("data-mb-diagram")))
            .Concat(["/js/diagram.js", "/lib/bpmn-js/bpmn-viewer.js", "/lib/bpmn-js/bpmn-modeler.js"]);

        foreach (var file in files)
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(file)).StatusCode);
    }

    [Fact]
    public async Task The_home_page_finds_procedures_and_dossiers_without_scripts()
    {
        var page = await ShellHost.Read(await host.Client().GetAsync("/"));

        Assert.Equal("get", page.QuerySelector("form[action='/thu-tuc']")?.GetAttribute("method"));
        Assert.NotNull(page.QuerySelector("form[action='/thu-tuc'] input[name='q']"));
        Assert.NotNull(page.QuerySelector("form[action='/tra-cuu'] input[name='ma']"));
        foreach (var path in new[] { "/thu-tuc", "/tra-cuu", "/cong-khai", "/co-quan" })
            Assert.NotNull(page.QuerySelector($"main a[href='{path}']"));
    }

    [Fact]
    public async Task The_demo_is_marked_and_the_menu_shows_only_what_is_for_the_reader()
    {
        var page = await ShellHost.Read(await host.Client().GetAsync("/"));
        var header = page.QuerySelector("header")!;

        Assert.Contains("Dữ liệu mẫu", header.TextContent, StringComparison.Ordinal);
        Assert.NotNull(header.QuerySelector("nav a[href='/tra-cuu']"));
        Assert.Null(header.QuerySelector("nav a[href='/viec']"));
    }

    [Fact]
    public async Task Every_field_is_labelled_and_every_reference_leads_somewhere()
    {
        var page = await ShellHost.Read(await host.Client().GetAsync("/he-thong-thiet-ke"));

        foreach (var field in page.QuerySelectorAll("input:not([type=hidden]), select, textarea"))
            Assert.NotNull(page.QuerySelector($"label[for='{field.Id}']"));
        foreach (var id in page.QuerySelectorAll("[aria-describedby], [aria-labelledby]")
            .SelectMany(e => (e.GetAttribute("aria-describedby") + " " + e.GetAttribute("aria-labelledby")).Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            Assert.NotNull(page.GetElementById(id));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
    }
}
